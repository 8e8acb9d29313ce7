import type { SprintKey } from '../../lib/core/issue.ts';
import type { Instant } from '../../lib/core/time.ts';
import type { PopupView } from '../../lib/messaging/messages.ts';
import { ExternalLink } from '../ui/ExternalLink.tsx';
import { sprintHome } from '../ui/wording/board-name.ts';
import { dayInWords, inDaysInWords } from '../ui/wording/days-left.ts';
import { SprintPicker } from './SprintPicker.tsx';

interface Props {
  readonly between: NonNullable<PopupView['between']>;
  readonly sprints: PopupView['sprints'];
  readonly now: Instant;
  onPick(sprint: SprintKey | null): void;
}

/** A break of the Project: nothing is late, nothing is missing, and this is when it goes on. */
export function BetweenSprints({ between: { after, before }, sprints, now, onPick }: Props) {
  return (
    <section className="empty">
      <h2 className="goal">Between two sprints</h2>
      <p>
        <ExternalLink to={before.url}>{before.title}</ExternalLink> starts on {before.startsOn === null ? 'a day that nobody has set' : `${dayInWords(before.startsOn)}, ${inDaysInWords(now, before.startsOn)}`}.
      </p>
      <p className="muted small">{sprintHome(before)} · {after.title} ended {after.dueOn === null ? 'before' : dayInWords(after.dueOn)}</p>
      <SprintPicker now={now} current={null} sprints={sprints} picked={false} onPick={onPick} />
    </section>
  );
}
