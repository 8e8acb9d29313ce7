import { useState } from 'react';
import type { RoadmapPlace } from '../../../lib/core/roadmap/file/place.ts';
import type { Problem } from '../../../lib/messaging/messages.ts';
import type { RoadmapFileView } from '../../../lib/messaging/roadmap-file-messages.ts';
import { ProblemNote } from '../../ui/ProblemNote.tsx';

interface Props {
  readonly file: RoadmapFileView;
  /** Answers what stood in the way. */
  onPlace(place: RoadmapPlace | null): Promise<Problem | null>;
}

/** Where the roadmap is: a path and a branch for a file, and for both kinds whether this browser follows it. It is looked for at once. */
export function PlaceForm({ file: { name, keptAs, place, followed }, onPlace }: Props) {
  const [path, setPath] = useState(place.path);
  const [branch, setBranch] = useState(place.branch ?? '');
  const [problem, setProblem] = useState<Problem | null>(null);
  const isFile = keptAs === 'file';
  const put = (wanted: RoadmapPlace | null) => void onPlace(wanted).then(setProblem);
  return (
    <details>
      <summary>{!followed ? 'Follow it again …' : isFile ? 'Where it is …' : 'Stop following …'}</summary>
      <form className="stack" aria-label={`Where the roadmap of ${name} is`} onSubmit={(event) => { event.preventDefault(); put(isFile ? { path: path.trim(), branch: branch.trim() || null } : place); }}>
        {isFile && (
          <div className="row row-wrap">
            <label className="field">Path<input className="input" required value={path} maxLength={400} onChange={(event) => setPath(event.target.value)} /></label>
            <label className="field">Branch<input className="input" value={branch} maxLength={250} placeholder="the default one" onChange={(event) => setBranch(event.target.value)} /></label>
          </div>
        )}
        {problem !== null && <ProblemNote problem={problem} tone="late" />}
        <div className="row row-wrap">
          {(isFile || !followed) && <button type="submit" className="button">{followed ? 'Look there' : 'Follow it'}</button>}
          {followed && <button type="button" className="button button-quiet" onClick={() => put(null)}>Follow it no longer</button>}
        </div>
        {followed && <p className="muted small">Once it is no longer followed, its items and settings stay in this browser with all their tags; nothing of it is written.</p>}
      </form>
    </details>
  );
}
