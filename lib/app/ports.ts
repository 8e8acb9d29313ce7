import type { IssueKey, ProjectKey } from '../core/issue.ts';
import type { Instant } from '../core/time.ts';
import type { Store } from '../storage/store.ts';
import type { Tracker } from '../trackers/tracker.ts';

/** What the sync does for a use case. */
export interface SyncPort {
  /** A page shows these issues: read what is missing, within the budget. Resolves at once to what can be shown now. `inPassing`: a search does, and no project is followed for it. */
  visit(project: ProjectKey, keys: readonly IssueKey[], name: string, inPassing?: boolean): Promise<'ready' | 'reading' | 'silent'>;
  /** The user asks for the newest state now. */
  refresh(project: ProjectKey): Promise<void>;
  /** The network is there again: what waits for it goes on now. */
  backOnline(): Promise<void>;
  /** There is work in the outbox or the jobs: begin. */
  wake(): void;
}

/** Everything that the use cases reach the outside through. */
export interface Ports {
  readonly store: Store;
  readonly sync: SyncPort;
  /** The tracker of a key, or of a site by its host alone. */
  readonly trackerFor: (subject: string, kind?: Tracker['kind']) => Tracker | null;
  readonly now: () => Instant;
  /** Tells overlays and open pages what to read again. */
  readonly changed: (keys: readonly IssueKey[], projects: readonly ProjectKey[]) => void;
}
