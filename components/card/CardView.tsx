import { withoutHost } from '../../lib/core/keys.ts';
import type { IssueKey } from '../../lib/core/issue.ts';
import type { Instant } from '../../lib/core/time.ts';
import type { Card, CardItem, MarkOutcome, Problem, TagOutcome } from '../../lib/messaging/messages.ts';
import { ExternalLink } from '../ui/ExternalLink.tsx';
import type { PageState } from '../ui/page-state.ts';
import { PendingWrites } from '../ui/PendingWrites.tsx';
import { ProblemNote } from '../ui/ProblemNote.tsx';
import { WritesSaid } from '../ui/WritesSaid.tsx';
import { ageInWords } from '../ui/wording/age.ts';
import { CardFrame } from './CardFrame.tsx';
import { CardSkeleton } from './CardSkeleton.tsx';
import type { CardEvents } from './card-events.ts';
import { GoalSection } from './GoalSection.tsx';
import { ItemBrief } from './ItemBrief.tsx';
import { RiskFlags } from './RiskFlags.tsx';
import { RoadmapSection } from './RoadmapSection.tsx';
import { ScoreSummary } from './ScoreSummary.tsx';
import { WhyThisScore } from './WhyThisScore.tsx';

export type CardState =
  | { readonly kind: 'unknown' }
  /** `problem`: what stands in the way of fresher data, while the stored ones are shown. `brief` comes after the card. */
  | PageState<{ readonly card: Card; readonly problem: Problem | null; readonly brief?: CardItem | null }>;

interface Props {
  readonly issue: IssueKey;
  readonly state: CardState;
  readonly focus: 'card' | 'tag';
  readonly now: Instant;
  /** The last tagging, while it can be undone. */
  readonly outcome: TagOutcome | null;
  /** The last marking, likewise. */
  readonly marked: MarkOutcome | null;
  readonly said: string;
  readonly events: CardEvents;
}

/** The card of one issue in whatever state its data are. */
export function CardView({ issue, state, focus, now, outcome, marked, said, events }: Props) {
  const short = withoutHost(issue);
  const frame = { said, onClose: events.onClose };
  if (state.kind === 'loading') {
    return <CardFrame {...frame} eyebrow={short} title="Reading …" takesFocus busy><CardSkeleton /></CardFrame>;
  }
  if (state.kind !== 'ready') {
    const problem = state.kind === 'failed' ? state.problem : NOTHING_KNOWN;
    return (
      <CardFrame {...frame} eyebrow={short} title={state.kind === 'failed' ? 'The card could not be read' : 'Nothing known yet'} takesFocus>
        <ProblemNote problem={problem} tone={state.kind === 'failed' ? 'late' : 'watch'}>
          <button type="button" className="button" onClick={events.onReload}>Try again</button>
          {state.kind === 'unknown' && <button type="button" className="button" onClick={events.onConnections}>Open Waymark’s connections</button>}
        </ProblemNote>
      </CardFrame>
    );
  }
  const { card, problem, brief = null } = state;
  const roadmap = <RoadmapSection card={card} outcome={outcome} takesFocus={focus === 'tag'} events={events} />;
  const item = brief !== null && <ItemBrief key="item" brief={brief} onOpen={events.onOpenItem} />;
  const goal = card.sprintGoal && <GoalSection key="goal" card={card} goal={card.sprintGoal} marked={marked} events={events} />;
  const reasons = [<WhyThisScore key="why" card={card} now={now} onEnter={events.onEnter} />, <RiskFlags key="flags" flags={card.flags} now={now} onAccept={events.onAccept} />];
  return (
    <CardFrame {...frame} takesFocus={focus === 'card'} about={card.issue.title} eyebrow={<>{card.issue.reference} · {card.issue.kind === 'issue' ? 'Issue' : 'Pull request'}</>} title={<ExternalLink className="card-link" to={card.issue.url}>{card.issue.title}</ExternalLink>}>
      {problem !== null && <ProblemNote problem={problem} />}
      <ScoreSummary score={card.score} gate={card.gate} digits={card.model.digits} flags={card.flags} />
      <PendingWrites writes={card.pending.filter((write) => (outcome === null && marked === null) || write.undoUntil === null || write.againAt !== undefined)} onUndo={events.onUndo} onRetry={events.onRetry} onDiscard={events.onDiscard} />
      <WritesSaid writes={card.pending} />
      {/* Tagging is what is done here every day: in sight without scrolling, and reached with one key. */}
      {roadmap}
      {focus === 'tag' ? [item, goal, ...reasons] : [...reasons, goal, item]}
      <footer className="card-foot muted small">
        {card.syncedAt === null ? 'Not read from the tracker yet' : `Read from the tracker ${ageInWords(card.syncedAt, now)}`} · issue changed {ageInWords(card.issue.updatedAt, now)}
      </footer>
    </CardFrame>
  );
}

const NOTHING_KNOWN = {
  sentence: 'Waymark has not read this issue: its repository may be private, or the issue may have been deleted or moved.',
  action: 'Add a token that can read it, or sign in to the tracker.',
};
