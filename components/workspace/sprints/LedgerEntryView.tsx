import type { LedgerSprint, LedgerView, SiteView } from '../../../lib/messaging/messages.ts';
import type { StoryIssue } from '../../../lib/core/sprint/story.ts';
import type { Instant } from '../../../lib/core/time.ts';
import { sinceInWords } from '../../sprint/burn-up-words.ts';
import { count } from '../../ui/wording/count.ts';
import { spanInWords } from '../../ui/wording/sprint-days.ts';
import { sprintsAddress } from '../address.ts';
import { knownOf } from './held-issues.ts';
import { LedgerGoalView } from './LedgerGoalView.tsx';
import { ReviewButtons } from './ReviewButtons.tsx';
import type { SprintsEvents } from './sprints-events.ts';
import { IssueEntry } from './IssueEntry.tsx';

interface Props {
  readonly entry: LedgerSprint;
  readonly issues: LedgerView['issues'];
  readonly tracker: SiteView['tracker'];
  readonly now: Instant;
  readonly events: SprintsEvents;
}

/** One sprint in the ledger. */
export function LedgerEntryView({ entry, issues, tracker, now, events }: Props) {
  const { sprint, title, span, goals, increment, carriedOver, gone } = entry;
  const since = sinceInWords(entry);
  const over = span.endedAt !== null;
  const begun = over || span.startsAt <= now;
  return (
    <li className="ledger-entry" aria-label={title}>
      <div className="row row-wrap">
        <h3><a href={sprintsAddress(sprint)}>{title}</a></h3>
        <span className="muted small">{spanInWords(span)}{over ? '' : begun ? ' · still runs' : ' · has not begun'}{gone && ' · no longer at the tracker'}</span>
        <span className="push row row-wrap"><ReviewButtons title={title} sprint={sprint} onReview={events.onReview} /></span>
      </div>
      {goals.length === 0 && <p className="muted">No goal was written.</p>}
      {goals.map((goal, index) => <LedgerGoalView key={index} goal={goal} name={goals.length === 1 ? title : `${title}, goal ${index + 1}`} tracker={tracker} begun={begun} over={over} onSave={(outcome) => events.onOutcome(sprint, index, outcome)} />)}
      <div className="ledger-lists">
        <IssueList name={over ? 'Increment' : 'Finished so far'} entries={increment} issues={issues} />
        <IssueList name={over ? 'Carried over' : 'Still open'} entries={carriedOver} issues={issues} />
      </div>
      {since !== '' && <p className="muted small">{since}</p>}
    </li>
  );
}

function IssueList({ name, entries, issues }: { readonly name: string; readonly entries: readonly StoryIssue[]; readonly issues: LedgerView['issues'] }) {
  const { known, unknown } = knownOf(entries, issues);
  if (entries.length === 0) return <p className="story-none"><span>{name}</span> <span className="count">0</span></p>;
  return (
    <details className="story-list">
      <summary>{name} <span className="count">{entries.length}</span></summary>
      <ul className="sprint-lines">{known.map((issue) => <IssueEntry key={issue.key} issue={issue} />)}</ul>
      {unknown > 0 && <p className="muted small">{count(unknown, 'more issue')} that Waymark no longer knows.</p>}
    </details>
  );
}
