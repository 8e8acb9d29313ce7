import type { FlowView } from '../../lib/messaging/messages.ts';
import { ExternalLink } from '../ui/ExternalLink.tsx';
import { Source } from '../ui/Source.tsx';
import { dayInWords } from '../ui/wording/days-left.ts';
import { ageOf } from './flow-words.ts';
import { FlowFigures } from './FlowFigures.tsx';
import { IssueLine } from './IssueLine.tsx';

interface Props {
  readonly name: string;
  readonly flow: FlowView;
}

/** As many as leave the popup's 600 px room for the rest. */
const SHOWN = 4;

/** Where there are no sprints there is no Sprint Goal: what counts is that work flows. */
export function FlowPanel({ name, flow }: Props) {
  const { board, inProgress } = flow;
  const [first, rest] = [inProgress.slice(0, SHOWN), inProgress.slice(SHOWN)];
  const lines = (issues: typeof first) => <ul className="lines">{issues.map((issue) => <IssueLine key={issue.key} issue={issue} note={ageOf(issue)} />)}</ul>;
  return (
    <>
      <section className="stack" aria-labelledby="flow-label">
        <h2 id="flow-label" className="goal goal-long">{board === null ? name : <ExternalLink className="line-link" to={board.url}>{board.name}</ExternalLink>} has no sprints</h2>
        <p className="muted">{board?.kind === 'kanban' ? 'It is a Kanban board, so there is no Sprint Goal. This is how its work flows' : 'Without sprints there is no Sprint Goal. This is how its work flows'}{flow.lastRead === undefined ? '.' : `, as of ${dayInWords(flow.lastRead)}, when it was last read.`}</p>
        <FlowFigures flow={flow} />
      </section>
      <section aria-labelledby="progress-label">
        <h2 id="progress-label" className="eyebrow">In progress, the oldest first {inProgress.length > 0 && <span className="count">{inProgress.length}</span>}</h2>
        {inProgress.length === 0 && <p className="muted">Nothing is in progress.</p>}
        {lines(first)}
        {rest.length > 0 && <details><summary className="small">{rest.length} more</summary>{lines(rest)}</details>}
      </section>
      <p className="muted small">Work in progress, work item age and throughput as in <Source text={flow.source} />.</p>
    </>
  );
}
