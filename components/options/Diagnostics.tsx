import { useEffect, useRef, useState } from 'react';
import type { OptionsEvents } from './options-events.ts';

/** What a bug report needs, to be read before it is sent. */
export function Diagnostics({ onDiagnostics }: Pick<OptionsEvents, 'onDiagnostics'>) {
  const [diagnostics, setDiagnostics] = useState<string | null>(null);
  const [copied, setCopied] = useState(false);
  const shown = useRef<HTMLTextAreaElement>(null);
  // Whoever asked for it by keyboard, or does not see it come, reads on in it.
  useEffect(() => { if (diagnostics !== null) shown.current?.focus(); }, [diagnostics]);
  return (
    <>
      <div className="data-row">
        <div><h3>Diagnostics</h3><p className="muted">Version, page recognition, last readings and redacted errors, for a bug report. Read it before you send it.</p></div>
        <button type="button" className="button" onClick={() => void onDiagnostics().then(setDiagnostics)}>Show</button>
      </div>
      {diagnostics !== null && (
        <div className="stack">
          <textarea ref={shown} className="input diagnostics" readOnly rows={8} aria-label="Diagnostics" value={diagnostics} />
          <div><button type="button" className="button" onClick={() => void navigator.clipboard.writeText(diagnostics).then(() => setCopied(true))}>{copied ? 'Copied' : 'Copy'}</button><output className="visually-hidden">{copied ? 'The diagnostics are in the clipboard.' : ''}</output></div>
        </div>
      )}
    </>
  );
}
