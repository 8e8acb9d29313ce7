import type { Instant } from '../core/time.ts';
import type { Tracker } from './tracker.ts';

/** What a tracker's file `NAME/NAME.tracker.ts` exports by default; importing it does nothing. */
export interface TrackerDeclaration {
  readonly kind: Tracker['kind'];
  /** True for the hosts that are this tracker's by their name alone. Self-hosted servers may have any name. */
  hosts(host: string): boolean;
  create(dependencies: TrackerDependencies): Tracker;
}

/** What the world lends to every tracker. */
export interface TrackerDependencies {
  readonly fetch: typeof globalThis.fetch;
  readonly now: () => Instant;
}

const found = import.meta.glob<TrackerDeclaration>('./*/*.tracker.ts', { eager: true, import: 'default' });

export const trackers: readonly TrackerDeclaration[] = Object.values(found);

/**
 * The tracker of a site: by its host's name, else by the kind that the user's connection states, which is
 * GitHub (an Enterprise Server) unless it says otherwise.
 */
export function trackerFor(host: string, kind: Tracker['kind'] = 'github'): TrackerDeclaration | null {
  return trackers.find((tracker) => tracker.hosts(host.toLowerCase())) ?? trackers.find((tracker) => tracker.kind === kind) ?? null;
}

/** The trackers at work: one of each kind, made once and without state of its own. */
export function trackersWith(dependencies: TrackerDependencies): (host: string, kind?: Tracker['kind']) => Tracker | null {
  const made = new Map(trackers.map((declaration) => [declaration, declaration.create(dependencies)]));
  return (host, kind) => {
    const declaration = trackerFor(host, kind);
    return declaration && (made.get(declaration) ?? null);
  };
}
