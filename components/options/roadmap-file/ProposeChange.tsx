import { useState } from 'react';
import type { FilePreview, RoadmapFileView } from '../../../lib/messaging/roadmap-file-messages.ts';
import { ProblemNote } from '../../ui/ProblemNote.tsx';
import { ChangeChoices } from './ChangeChoices.tsx';
import { Troubles } from './Troubles.tsx';

interface Props {
  readonly preview: FilePreview;
  readonly keptAs: RoadmapFileView['keptAs'];
  readonly chosen: ReadonlySet<string>;
  /** What it is for, until somebody says it better. */
  readonly purpose: string;
  onChoose(chosen: ReadonlySet<string>): void;
  onPropose(title: string, pull: boolean): void;
  onCancel(): void;
}

/** The change as it would be written: first chosen and seen, then proposed on a branch of its own, written into the project, or copied. */
export function ProposeChange({ preview, keptAs, chosen, purpose, onChoose, onPropose, onCancel }: Props) {
  const [title, setTitle] = useState(purpose);
  const [copied, setCopied] = useState(false);
  return (
    <form className="stack" onSubmit={(event) => { event.preventDefault(); onPropose(title, keptAs === 'file'); }}>
      <ChangeChoices choices={preview.choices} chosen={chosen} onChoose={onChoose} />
      {!preview.ok && <><ProblemNote problem={{ sentence: preview.sentence, action: null }} /><Troubles title="What is in the way" troubles={preview.errors} /></>}
      {preview.ok && (
        <>
          <textarea className="input diagnostics" readOnly rows={Math.min(24, preview.diff.split('\n').length + 1)} aria-label={`What changes in ${preview.path}`} value={preview.diff} />
          {keptAs === 'file' && <label className="field">What it is for<input className="input" required maxLength={200} value={title} onChange={(event) => setTitle(event.target.value)} /></label>}
        </>
      )}
      <div className="row row-wrap">
        {preview.ok && <button type="submit" className="button button-primary">{keptAs === 'file' ? 'Open a pull request' : 'Write it'}</button>}
        {preview.ok && keptAs === 'file' && <button type="button" className="button" onClick={() => onPropose(title, false)}>Only a branch</button>}
        {preview.ok && <button type="button" className="button" onClick={() => void navigator.clipboard.writeText(preview.text).then(() => setCopied(true))}>{copied ? 'Copied' : 'Copy the whole file'}</button>}
        <button type="button" className="button button-quiet" onClick={onCancel}>Not now</button>
      </div>
    </form>
  );
}
