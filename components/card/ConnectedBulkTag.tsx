import { useState } from 'react';
import type { IssueKey } from '../../lib/core/issue.ts';
import { hostOf, trackerOfKey } from '../../lib/core/keys.ts';
import { BulkReviewView } from '../bulk/BulkReviewView.tsx';
import { FollowedBulk } from '../bulk/FollowedBulk.tsx';
import { useReview } from '../bulk/useReview.ts';
import { useAttempt } from '../ui/useAttempt.ts';
import { count } from '../ui/wording/count.ts';
import { trackerName } from '../ui/wording/tracker-name.ts';
import { BulkGoalMark } from './BulkGoalMark.tsx';
import { BulkTagView } from './BulkTagView.tsx';
import { useCard } from './useCard.ts';
import { useGoalMark } from './useGoalMark.ts';
import { useTagging } from './useTagging.ts';

interface Props {
  readonly keys: readonly [IssueKey, ...IssueKey[]];
  onClose(): void;
}

/** So many can be seen at a glance and are tagged at once; more are reviewed first. */
const FEW = 5;
/** What changes on the page shows there. */
const NOTHING_ELSE = (): void => undefined;

/** Tags many issues at once. What tagging would do is asked of the first: all stand on one site. */
export function ConnectedBulkTag({ keys, onClose }: Props) {
  const isReviewed = keys.length > FEW;
  const { state } = useCard(keys[0]);
  const [following, setFollowing] = useState<string | null>(null);
  const reviewing = useReview(setFollowing);
  const { failed, said, attempt } = useAttempt(NOTHING_ELSE);
  const { outcome, events } = useTagging(keys, { attempt }, isReviewed ? (item) => reviewing.ask(keys, item) : undefined);
  const marking = useGoalMark(keys, { attempt });
  const tagging = state.kind === 'ready' ? state.card.tagging : ({ via: 'local', because: 'Kept in this browser until it is known whether a label may be written here.' } as const);
  const tracker = trackerName(hostOf(keys[0]));
  const { review, included, busy } = reviewing;
  return (
    <BulkTagView
      references={keys.map((key) => key.slice(Math.max(key.lastIndexOf('#'), key.lastIndexOf('/') + 1)))}
      isReviewed={isReviewed} tracker={tracker} shares={trackerOfKey(keys[0]) === 'jira'} tagging={tagging} outcome={outcome} problem={reviewing.problem ?? failed} said={said} events={events} onClose={onClose}
      mark={<BulkGoalMark target={count(keys.length, 'issue')} tracker={tracker} label={state.kind === 'ready' ? (state.card.sprintGoal?.label ?? null) : null} tagging={tagging} marked={marking.marked} events={marking.events} />}
      instead={following !== null ? <FollowedBulk id={following} /> : review === null ? null : <BulkReviewView review={review} included={included} busy={busy} onInclude={reviewing.include} onStart={reviewing.start} onBack={reviewing.back} />}
    />
  );
}
