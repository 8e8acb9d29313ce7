import type { MarkOutcome } from '../../lib/messaging/messages.ts';
import { keptHere } from '../ui/wording/kept-here.ts';
import { count } from '../ui/wording/count.ts';
import { whenSent } from '../ui/wording/when-sent.ts';
import { ResultLine } from './ResultLine.tsx';

interface Props {
  readonly outcome: MarkOutcome;
  /** The reference of the issue when there is but one. */
  readonly one: string | null;
  onUndo(): void;
}

/** What the last marking did, with its undo while nothing has been sent. */
export function MarkResult({ outcome, one, onUndo }: Props) {
  return <ResultLine words={(when) => markResultInWords(outcome, one, when)} until={outcome.undoUntil} onUndo={onUndo} />;
}

/** `Marked 5 issues as serving the Sprint Goal; the labels are sent in a moment.` */
export function markResultInWords({ marked, on, via, because }: MarkOutcome, one: string | null, when: 'soon' | 'offline' | 'since'): string {
  const target = marked === 1 && one !== null ? one : count(marked, 'issue');
  const what = on ? `Marked ${target} as serving the Sprint Goal` : `Took the Sprint Goal’s mark off ${target}`;
  if (via !== 'label') return `${what}. ${keptHere(because)}`;
  return when === 'since' ? `${what}.` : `${what}; ${whenSent(marked === 1 ? 'the label is' : 'the labels are', when === 'soon')}.`;
}
