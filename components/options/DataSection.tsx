import { useState } from 'react';
import type { OptionsView } from '../../lib/messaging/messages.ts';
import { bytesInWords } from '../ui/wording/bytes.ts';
import { count } from '../ui/wording/count.ts';
import { ImportData } from './ImportData.tsx';
import type { OptionsEvents } from './options-events.ts';
import { Section } from './Section.tsx';

interface Props {
  readonly store: OptionsView['store'];
  readonly events: Pick<OptionsEvents, 'onExport' | 'onImport' | 'onDiagnostics'>;
}

export function DataSection({ store, events }: Props) {
  const [diagnostics, setDiagnostics] = useState<string | null>(null);
  const [copied, setCopied] = useState(false);
  return (
    <Section id="data" title="Data" intro={`${count(store.issues, 'issue')} kept in this browser, ${bytesInWords(store.bytes)}.`}>
      <div className="box stack">
        <div className="data-row">
          <div><h3>Export</h3><p className="muted">Settings, roadmap items, local tags and goals, entered values, accepted flags. Never a token.</p></div>
          <button type="button" className="button" onClick={events.onExport}>Download</button>
        </div>
        <ImportData onImport={events.onImport} />
        <div className="data-row">
          <div><h3>Diagnostics</h3><p className="muted">Version, page recognition, last readings and redacted errors, for a bug report. Read it before you send it.</p></div>
          <button type="button" className="button" onClick={() => void events.onDiagnostics().then(setDiagnostics)}>Show</button>
        </div>
        {diagnostics !== null && (
          <div className="stack">
            <textarea className="input diagnostics" readOnly rows={8} aria-label="Diagnostics" value={diagnostics} />
            <div><button type="button" className="button" onClick={() => void navigator.clipboard.writeText(diagnostics).then(() => setCopied(true))}>{copied ? 'Copied' : 'Copy'}</button></div>
          </div>
        )}
      </div>
    </Section>
  );
}
