import type { RoadmapCandidate } from '../../../lib/core/roadmap/candidates.ts';
import { count } from '../../ui/wording/count.ts';
import { dateInWords } from '../../../lib/core/date-words.ts';
import { plannedFor } from '../../../lib/core/roadmap/window-words.ts';

interface Props {
  readonly candidate: RoadmapCandidate;
  readonly wanted: boolean;
  onTick(wanted: boolean): void;
}

const KINDS = { milestone: 'Milestone', version: 'Version', epic: 'Epic', project: 'Project' } as const;

export function CandidateRow({ candidate: { item, kind, project, openIssues, dueOn }, wanted, onTick }: Props) {
  const when = plannedFor(item);
  return (
    <li>
      <label className="candidate">
        <input type="checkbox" checked={wanted} onChange={(event) => onTick(event.target.checked)} />
        <span className="candidate-words">
          <strong>{item.title}</strong>
          <span className="muted small">{KINDS[kind]} of {project}{openIssues === null ? '' : ` · ${count(openIssues, 'open issue')}`}{dueOn === null ? '' : ` · due ${dateInWords(dueOn)}`}</span>
        </span>
        {when !== null && <span className="chip">{when}</span>}
      </label>
    </li>
  );
}
