import type { GoalOutcome } from '../../../lib/core/sprint/ledger.ts';
import { DoneIcon, LateIcon, PauseIcon, WatchIcon } from '../../ui/icons.tsx';

export const OUTCOMES = {
  met: { word: 'Met', Icon: DoneIcon },
  partly: { word: 'Partly met', Icon: WatchIcon },
  not: { word: 'Not met', Icon: LateIcon },
} as const satisfies Readonly<Record<GoalOutcome['result'], unknown>>;

/** What the team says of a goal, as a shape and a word; `null` until somebody has said. */
export function OutcomeMark({ result }: { readonly result: GoalOutcome['result'] | null }) {
  if (result === null) return <span className="outcome outcome-none"><PauseIcon />Nobody has said</span>;
  const { word, Icon } = OUTCOMES[result];
  return <span className={`outcome outcome-${result}`}><Icon />{word}</span>;
}
