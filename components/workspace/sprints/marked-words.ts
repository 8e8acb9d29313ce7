import type { MarkOutcome } from '../../../lib/messaging/messages.ts';
import { count } from '../../ui/wording/count.ts';
import { keptHere } from '../../ui/wording/kept-here.ts';
import { whenSent } from '../../ui/wording/when-sent.ts';

/** `markedInWords({marked: 3, on: true, via: 'label', because: 'Goes to GitHub as a label.', …}, true)` → `3 issues serve the goal. Goes to GitHub as a label.` Offline it says that it waits. */
export function markedInWords({ marked, on, via, because }: Pick<MarkOutcome, 'marked' | 'on' | 'via' | 'because'>, online: boolean): string {
  const what = `${count(marked, 'issue')} ${marked === 1 ? (on ? 'serves' : 'does not serve') : on ? 'serve' : 'do not serve'} the goal.`;
  if (via === 'local') return `${what} ${keptHere(because)}`;
  return `${what} ${because}${online ? '' : ' That waits until you are online again.'}`.trim();
}

/** What became of goals that somebody has written: `goalsInWords(1, {via: 'tracker', …}, true)` → `The goals are changed; they are sent in a moment.` */
export function goalsInWords(goals: number, { via, because }: { readonly via: 'tracker' | 'local'; readonly because: string }, online: boolean): string {
  const what = goals === 0 ? 'The goal is taken back' : 'The goals are changed';
  return via === 'local' ? `${what}. ${keptHere(because)}` : `${what}; ${whenSent(goals === 0 ? 'that is' : 'they are', online)}.`;
}
