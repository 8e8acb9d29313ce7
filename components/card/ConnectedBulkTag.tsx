import type { IssueKey } from '../../lib/core/issue.ts';
import { hostOf, trackerOfKey } from '../../lib/core/keys.ts';
import { trackerName } from '../ui/wording/tracker-name.ts';
import { BulkTagView } from './BulkTagView.tsx';
import { useCard } from './useCard.ts';
import { useTagging } from './useTagging.ts';

interface Props {
  readonly keys: readonly [IssueKey, ...IssueKey[]];
  onClose(): void;
}

/** Tags many issues at once. What tagging would do is asked of the first: all stand on one site. */
export function ConnectedBulkTag({ keys, onClose }: Props) {
  const { state } = useCard(keys[0]);
  const { outcome, problem, said, events } = useTagging(keys, () => undefined);
  const tagging = state.kind === 'ready' ? state.card.tagging : ({ via: 'local', because: 'Kept in this browser until it is known whether a label may be written here.' } as const);
  return (
    <BulkTagView
      references={keys.map((key) => key.slice(Math.max(key.lastIndexOf('#'), key.lastIndexOf('/') + 1)))}
      tracker={trackerName(hostOf(keys[0]))} shares={trackerOfKey(keys[0]) === 'jira'} tagging={tagging} outcome={outcome} problem={problem} said={said} events={events} onClose={onClose}
    />
  );
}
