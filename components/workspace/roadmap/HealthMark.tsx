import type { Health } from '../../../lib/core/roadmap/roadmap-item.ts';
import { CheckIcon, CrossIcon, DoneIcon, HalfIcon, PauseIcon } from '../../ui/icons.tsx';

export const HEALTHS = {
  'on-track': { word: 'On track', Icon: CheckIcon },
  'at-risk': { word: 'At risk', Icon: HalfIcon },
  'off-track': { word: 'Off track', Icon: CrossIcon },
  inactive: { word: 'Inactive', Icon: PauseIcon },
  complete: { word: 'Complete', Icon: DoneIcon },
} as const satisfies Readonly<Record<Health, unknown>>;

const UNKNOWN = { word: 'Not known', Icon: PauseIcon };

/** `healthInWord(null)` → `Not known` */
export function healthInWord(health: Health | null): string {
  return (health === null ? UNKNOWN : HEALTHS[health]).word;
}

/** A health as a shape and a word; the colour only repeats them. `null`: nobody can tell. */
export function HealthMark({ health }: { readonly health: Health | null }) {
  const { word, Icon } = health === null ? UNKNOWN : HEALTHS[health];
  return <span className={`health health-${health ?? 'unknown'}`}><Icon />{word}</span>;
}
