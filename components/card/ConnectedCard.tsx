import type { IssueKey } from '../../lib/core/issue.ts';
import { request } from '../../lib/messaging/client.ts';
import { pendingWriteEvents } from '../ui/pending-write-events.ts';
import { useAttempt } from '../ui/useAttempt.ts';
import { useNow } from '../ui/useNow.ts';
import { CardView } from './CardView.tsx';
import { useCard } from './useCard.ts';
import { useGoalMark } from './useGoalMark.ts';
import { useItemBrief } from './useItemBrief.ts';
import { useTagging } from './useTagging.ts';

interface Props {
  readonly issue: IssueKey;
  readonly focus: 'card' | 'tag';
  onClose(): void;
}

/** The card of one issue, spoken for by the worker. */
export function ConnectedCard({ issue, focus, onClose }: Props) {
  const { state, renew } = useCard(issue);
  // One for all that can be done here: what the last one came to is told, and nothing that was told before it.
  const { failed, said, attempt } = useAttempt(renew);
  const tagging = useTagging([issue], { attempt });
  const marking = useGoalMark([issue], { attempt });
  const brief = useItemBrief(issue, state.kind === 'ready' ? (state.card.tag?.item ?? null) : null);
  const now = useNow();
  const change = (asked: Promise<unknown>, done: string) => attempt(asked, () => done);
  const shown = state.kind === 'ready' ? { ...state, brief, problem: failed ?? state.problem } : state;
  return (
    <CardView
      issue={issue} state={shown} focus={focus} now={now} outcome={tagging.outcome} marked={marking.marked} said={said}
      events={{
        ...tagging.events,
        ...marking.events,
        onClose,
        onReload: renew,
        onOpenItem: (item) => void change(request('openOwn', { page: 'roadmap', item }), ''),
        onEnter: (input, value) => void change(request('enterInput', { key: issue, input, value }), value === null ? 'Cleared.' : 'Saved; the score is computed anew.'),
        onAccept: (rule, reason) => void change(request('acceptFlag', { key: issue, rule, reason }), reason === null ? 'The flag counts again.' : 'Accepted; the flag no longer counts.'),
        ...pendingWriteEvents({ attempt }),
      }}
    />
  );
}
