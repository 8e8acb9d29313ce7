import type { ProjectKey } from '../../lib/core/issue.ts';
import type { ModelPreview, PreviewRow, Problem } from '../../lib/messaging/messages.ts';
import { ProblemNote } from '../ui/ProblemNote.tsx';
import { changesInWords, rankedInWords } from './preview-words.ts';
import { RankTable } from './RankTable.tsx';

export interface Preview {
  readonly project: ProjectKey | null;
  /** `null` until the first answer. */
  readonly changes: ModelPreview | null;
  readonly problem: Problem | null;
}

interface Props {
  readonly preview: Preview;
  readonly projects: readonly { readonly key: ProjectKey; readonly name: string }[];
  onPick(project: ProjectKey): void;
}

/** What the draft does to real issues, before it is saved. */
export function RankPreview({ preview, projects, onPick }: Props) {
  const changes = preview.changes?.ranked === 0 ? null : preview.changes;
  return (
    <div className="box">
      <div className="row row-wrap">
        <h3>On {changes === null ? 'your issues' : rankedInWords(changes)}</h3>
        {projects.length > 0 && (
          <select className="input preview-project push" aria-label="Project of the preview" value={preview.project ?? ''} onChange={(event) => {
            const picked = projects.find((one) => one.key === event.target.value);
            if (picked !== undefined) onPick(picked.key);
          }}>
            {preview.project === null && <option value="">Choose a project</option>}
            {projects.map((one) => <option key={one.key} value={one.key}>{one.name}</option>)}
          </select>
        )}
      </div>
      {preview.problem !== null && <ProblemNote problem={preview.problem} />}
      {changes === null ? (
        <p className="muted">{projects.length === 0 ? 'Open a repository’s issues first; then the ranks of its issues are previewed here.' : 'No issues to preview.'}</p>
      ) : (
        <>
          <output>{changesInWords(changes)}</output>
          {changes.moved > 0 && (
            <div className="movers">
              <Movers title="Win most" movers={changes.winners} />
              <Movers title="Lose most" movers={changes.losers} />
            </div>
          )}
          <RankTable changes={changes} />
        </>
      )}
    </div>
  );
}

function Movers({ title, movers }: { readonly title: string; readonly movers: readonly PreviewRow[] }) {
  return (
    <div>
      <h4>{title}</h4>
      {movers.length === 0 ? <p className="muted">none</p> : (
        <ul>{movers.map((row) => <li key={row.key}><strong>{(row.won ?? 0) > 0 ? `▲ ${row.won}` : `▼ ${-(row.won ?? 0)}`}</strong> {row.title} <span className="muted">{row.reference}</span></li>)}</ul>
      )}
    </div>
  );
}
