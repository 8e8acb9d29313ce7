import { useState } from 'react';
import type { FilePreview } from '../../../lib/messaging/roadmap-file-messages.ts';

interface Props {
  readonly preview: Extract<FilePreview, { ok: true }>;
  onPropose(title: string, pull: boolean): void;
  onCancel(): void;
}

/** The change as it would be written: first seen, then proposed on a branch of its own, or copied. */
export function ProposeChange({ preview, onPropose, onCancel }: Props) {
  const [title, setTitle] = useState('Change the roadmap');
  const [copied, setCopied] = useState(false);
  return (
    <form className="stack" onSubmit={(event) => { event.preventDefault(); onPropose(title, true); }}>
      <textarea className="input diagnostics" readOnly rows={Math.min(24, preview.diff.split('\n').length + 1)} aria-label={`What changes in ${preview.path}`} value={preview.diff} />
      <label className="field">What it is for<input className="input" required maxLength={200} value={title} onChange={(event) => setTitle(event.target.value)} /></label>
      <div className="row row-wrap">
        <button type="submit" className="button button-primary">Open a pull request</button>
        <button type="button" className="button" onClick={() => onPropose(title, false)}>Only a branch</button>
        <button type="button" className="button" onClick={() => void navigator.clipboard.writeText(preview.text).then(() => setCopied(true))}>{copied ? 'Copied' : 'Copy the whole file'}</button>
        <button type="button" className="button button-quiet" onClick={onCancel}>Not now</button>
      </div>
    </form>
  );
}
