import type { Badge } from '../core/badge.ts';
import type { IssueKey } from '../core/issue.ts';
import { BADGE, createBadgeMaker, drawFailure } from './badge.ts';
import type { Mount, Wanted } from './mount.ts';
import { createMount, putIn, show, waitToReturn } from './mount.ts';
import type { Reach } from './reach.ts';
import { createReach } from './reach.ts';
import type { InsertionPoint } from './surface.ts';

export interface Mounts {
  /** Makes the page have exactly the wanted badges whose model is known; one whose model is only forgotten stays. Returns when to look again, in ms; 0 for not. */
  reconcile(wanted: readonly Wanted[], modelOf: (key: IssueKey) => Badge | null | undefined, now: number): number;
  readonly inReach: Reach['among'];
  /** An answer did not come: for one badge, or for all. */
  fail(only?: Element): void;
  clear(): void;
  keyOf(host: Element): IssueKey | null;
  hostIn(container: Element): HTMLElement | null;
  /** Badges in the page now. */
  readonly hosts: readonly HTMLElement[];
}

/** Owns every badge of the page. A badge belongs to a container, and is given another issue when the page recycles the row. */
export function createMounts(document: Document, dress: (root: ShadowRoot) => void, pointOf: (wanted: Wanted) => InsertionPoint | null, onNear: () => void, atOnce: number): Mounts {
  const mounts = new Map<Element, Mount>();
  const make = createBadgeMaker(document, dress);
  const reach = createReach(atOnce, (container) => mounts.has(container), onNear);

  const drop = (container: Element) => {
    mounts.get(container)?.host.remove();
    mounts.delete(container);
  };

  /** Returns when to look again, in ms; 0 for not. */
  const settle = (want: Wanted, badge: Badge, now: number, homeless: Map<IssueKey, Mount>): number => {
    const { container, key, place } = want;
    const known = mounts.get(container);
    const moving = homeless.get(key);
    const mount = known ?? (moving?.place === place ? moving : createMount(make(), want));
    show(mount, want, badge);
    if (known) {
      if (container.contains(mount.host)) return 0;
      const wait = waitToReturn(mount, now);
      if (wait > 0) return wait;
    } else {
      homeless.delete(key);
      mounts.set(container, mount);
    }
    const point = pointOf(want);
    if (point) putIn(mount, point);
    return 0;
  };

  const removeStrays = () => {
    const present = document.getElementsByTagName(BADGE);
    if (present.length === mounts.size && mounts.size === 0) return;
    const own = new Set<Element>();
    for (const { host } of mounts.values()) own.add(host);
    // The page copies rows with our badge in them (a copy has no shadow), and an earlier life of ours may have left some.
    for (const host of Array.from(present)) if (!own.has(host)) host.remove();
  };

  return {
    inReach: reach.among,
    reconcile(wanted, modelOf, now) {
      const containers = new Set(wanted.map(({ container }) => container));
      // A page that draws an issue's row or header anew has another container for it: its badge moves there, with the card that is open beside it.
      const homeless = new Map<IssueKey, Mount>();
      for (const [container, mount] of mounts) {
        if (containers.has(container)) continue;
        homeless.set(mount.key, mount);
        drop(container);
      }
      reach.keep(containers);
      removeStrays();
      let again = 0;
      for (const want of reach.among(wanted)) {
        const badge = modelOf(want.key);
        if (!badge) {
          if (badge === null || mounts.get(want.container)?.key !== want.key) drop(want.container);
          continue;
        }
        const delay = settle(want, badge, now, homeless);
        if (delay > 0 && (again === 0 || delay < again)) again = delay;
      }
      return again;
    },
    fail(only) {
      for (const mount of mounts.values()) {
        if (only && mount.host !== only) continue;
        drawFailure(mount.host);
        mount.drawn = null;
      }
    },
    clear() {
      reach.keep(new Set());
      for (const container of mounts.keys()) drop(container);
      removeStrays();
    },
    keyOf(host) {
      for (const mount of mounts.values()) if (mount.host === host) return mount.key;
      return null;
    },
    hostIn: (container) => mounts.get(container)?.host ?? null,
    get hosts() {
      return [...mounts.values()].map(({ host }) => host).filter((host) => host.isConnected);
    },
  };
}
