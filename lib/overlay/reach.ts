import { createNearness } from './nearness.ts';
import type { Wanted } from './mount.ts';

/** Which of the wanted badges are to be there now: all but what is far out of sight in a long list. */
export interface Reach {
  among(wanted: readonly Wanted[]): readonly Wanted[];
  /** Waits for none but these to come near. */
  keep(containers: ReadonlySet<Element>): void;
}

export function createReach(atOnce: number, isThere: (container: Element) => boolean, onNear: () => void): Reach {
  const near = createNearness(onNear);
  return {
    among: (wanted) => (wanted.length <= atOnce ? wanted : wanted.filter(({ container }, index) => index < atOnce || isThere(container) || near.has(container))),
    keep: near.keep,
  };
}
