import type { MarkOutcome } from '../../../lib/messaging/messages.ts';
import { count } from '../../ui/wording/count.ts';
import { keptHere } from '../../ui/wording/kept-here.ts';

/** `markedInWords({marked: 3, on: true, via: 'label', because: 'Written as the label sprint-goal.', …})` → `3 issues serve the goal. Written as the label sprint-goal.` */
export function markedInWords({ marked, on, via, because }: Pick<MarkOutcome, 'marked' | 'on' | 'via' | 'because'>): string {
  const what = `${count(marked, 'issue')} ${marked === 1 ? (on ? 'serves' : 'does not serve') : on ? 'serve' : 'do not serve'} the goal.`;
  return `${what} ${via === 'local' ? keptHere(because) : because}`.trim();
}
