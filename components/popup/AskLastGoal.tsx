import type { SprintReport } from '../../lib/messaging/messages.ts';
import { AskOutcome } from '../workspace/sprints/AskOutcome.tsx';
import type { PopupEvents } from './popup-events.ts';

interface Props {
  readonly asks: NonNullable<SprintReport['asks']>;
  readonly onOutcome: PopupEvents['onOutcome'];
}

/** One line while nobody answers: the sprint that runs comes first. */
export function AskLastGoal({ asks, onOutcome }: Props) {
  return (
    <details className="ask-last">
      <summary><strong>{asks.title} has ended.</strong> {asks.goals.length === 1 ? 'Was its goal met?' : 'Were its goals met?'}</summary>
      <AskOutcome asks={asks} onOutcome={onOutcome} />
    </details>
  );
}
