import type { TagOutcome } from '../../lib/messaging/messages.ts';
import { keptHere } from '../ui/wording/kept-here.ts';
import { count } from '../ui/wording/count.ts';
import { whenSent } from '../ui/wording/when-sent.ts';
import { ResultLine } from './ResultLine.tsx';

interface Props {
  readonly outcome: TagOutcome;
  /** The reference of the issue when there is but one. */
  readonly one: string | null;
  onUndo(): void;
}

/** What the last tagging did, with its undo while nothing has been sent. */
export function TagResult({ outcome, one, onUndo }: Props) {
  return <ResultLine words={(when) => tagResultInWords(outcome, one, when)} until={outcome.undoUntil} onUndo={onUndo} />;
}

/** `Tagged 5 issues to Faster checkout; the labels are sent in a moment.` What becomes of them after that moment is told by what is on its way. */
export function tagResultInWords(outcome: TagOutcome, one: string | null, when: 'soon' | 'offline' | 'since'): string {
  const target = outcome.tagged === 1 && one !== null ? one : count(outcome.tagged, 'issue');
  const what = outcome.item === null ? `Took the roadmap item off ${target}` : `Tagged ${target} to ${outcome.item.title}`;
  const sent = outcome.item === null ? 'that is' : outcome.tagged === 1 ? 'the label is' : 'the labels are';
  if (outcome.via !== 'label') return `${what}. ${keptHere(outcome.because)}`;
  return when === 'since' ? `${what}.` : `${what}; ${whenSent(sent, when === 'soon')}.`;
}
