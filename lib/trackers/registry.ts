import { trackerOfKey } from '../core/keys.ts';
import type { Instant } from '../core/time.ts';
import type { SendWrite, Tracker } from './tracker.ts';

/** What a tracker's file `NAME/NAME.tracker.ts` exports by default; importing it does nothing. */
export interface TrackerDeclaration {
  /** Its name. What it is called for people and how its keys look, core/keys.ts and core/tracker-words.ts know. */
  readonly kind: string;
  /** True for the hosts that are this tracker's by their name alone. Self-hosted servers may have any name. */
  hosts(host: string): boolean;
  create(dependencies: TrackerDependencies): Tracker;
}

/** What the world lends to every tracker. */
export interface TrackerDependencies {
  readonly fetch: typeof globalThis.fetch;
  readonly now: () => Instant;
  /** For trackers that refuse writes from a browser's own address; absent where there is no browser. */
  readonly sendWrite?: SendWrite;
}

const found = import.meta.glob<TrackerDeclaration>('./*/*.tracker.ts', { eager: true, import: 'default' });

export const trackers: readonly TrackerDeclaration[] = Object.values(found);

/**
 * The tracker of a key, by the key's shape; of a bare host, by its name, else of the kind that is given (GitHub unless said otherwise).
 *
 * @example trackerFor('acme.atlassian.net/SHOP-12')?.kind // → 'jira'
 */
export function trackerFor(subject: string, kind: Tracker['kind'] = 'github'): TrackerDeclaration | null {
  const shape = trackerOfKey(subject);
  const byName = shape === null ? trackers.find((tracker) => tracker.hosts(subject.toLowerCase())) : undefined;
  return byName ?? trackers.find((tracker) => tracker.kind === (shape ?? kind)) ?? null;
}

/** The trackers at work: one of each kind, made when it is first asked for, once and without state of its own. */
export function trackersWith(dependencies: TrackerDependencies): (subject: string, kind?: Tracker['kind']) => Tracker | null {
  const made = new Map<TrackerDeclaration, Tracker>();
  return (subject, kind) => {
    const declaration = trackerFor(subject, kind);
    if (declaration === null) return null;
    const tracker = made.get(declaration) ?? declaration.create(dependencies);
    made.set(declaration, tracker);
    return tracker;
  };
}
