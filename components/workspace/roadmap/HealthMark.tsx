import type { Health } from '../../../lib/core/roadmap/roadmap-item.ts';
import { CheckIcon, CrossIcon, DoneIcon, HalfIcon, PauseIcon } from '../../ui/icons.tsx';

export const HEALTHS = {
  'on-track': { word: 'On track', Icon: CheckIcon },
  'at-risk': { word: 'At risk', Icon: HalfIcon },
  'off-track': { word: 'Off track', Icon: CrossIcon },
  inactive: { word: 'Inactive', Icon: PauseIcon },
  complete: { word: 'Complete', Icon: DoneIcon },
} as const satisfies Readonly<Record<Health, unknown>>;

/** A health as a shape and a word; the colour only repeats them. */
export function HealthMark({ health }: { readonly health: Health }) {
  const { word, Icon } = HEALTHS[health];
  return <span className={`health health-${health}`}><Icon />{word}</span>;
}
