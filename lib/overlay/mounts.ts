import type { Badge } from '../core/badge.ts';
import type { IssueKey } from '../core/issue.ts';
import { BADGE, createBadge, drawBadge, drawFailure } from './badge.ts';
import type { RemountGuard } from './remount-guard.ts';
import { createRemountGuard } from './remount-guard.ts';
import type { InsertionPoint } from './surface.ts';

/** One badge that the page should have. */
export interface Wanted {
  readonly container: Element;
  readonly key: IssueKey;
  readonly issue: string;
  readonly place: 'header' | 'row';
  point(): InsertionPoint | null;
}

interface Mount {
  readonly host: HTMLElement;
  readonly guard: RemountGuard;
  key: IssueKey;
  drawn: Badge | null;
}

export interface Mounts {
  /** Makes the page have exactly the wanted badges whose model is known. Returns when to look again, in ms; 0 for not. */
  reconcile(wanted: readonly Wanted[], modelOf: (key: IssueKey) => Badge | null, now: number): number;
  fail(): void;
  clear(): void;
  find(host: Element): { readonly key: IssueKey; readonly container: Element } | null;
  hostIn(container: Element): HTMLElement | null;
  /** Badges in the page now. */
  readonly hosts: readonly HTMLElement[];
}

/** Owns every badge of the page. A badge belongs to a container, and is given another issue when the page recycles the row. */
export function createMounts(document: Document, dress: (root: ShadowRoot) => void): Mounts {
  const mounts = new Map<Element, Mount>();

  const drop = (container: Element) => {
    mounts.get(container)?.host.remove();
    mounts.delete(container);
  };

  const settle = ({ container, key, issue, place, point }: Wanted, badge: Badge, now: number): number => {
    const known = mounts.get(container);
    const mount = known ?? { host: createBadge(document, dress), guard: createRemountGuard(), key, drawn: null };
    if (mount.drawn !== badge || mount.key !== key || mount.host.getAttribute('issue') !== issue) {
      drawBadge(mount.host, { badge, issue, place });
      mount.key = key;
      mount.drawn = badge;
    }
    if (known && container.contains(mount.host)) return 0;
    const delay = mount.guard.ask(now);
    mounts.set(container, mount);
    if (delay > 0) return delay;
    const target = point();
    if (!target) return 0;
    if (target.narrow) mount.host.setAttribute('narrow', '');
    target.parent.insertBefore(mount.host, target.before);
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
    reconcile(wanted, modelOf, now) {
      const containers = new Set(wanted.map(({ container }) => container));
      for (const container of mounts.keys()) if (!containers.has(container)) drop(container);
      removeStrays();
      let again = 0;
      for (const want of wanted) {
        const badge = modelOf(want.key);
        if (!badge) {
          if (mounts.get(want.container)?.key !== want.key) drop(want.container);
          continue;
        }
        const delay = settle(want, badge, now);
        if (delay > 0 && (again === 0 || delay < again)) again = delay;
      }
      return again;
    },
    fail() {
      for (const mount of mounts.values()) {
        drawFailure(mount.host);
        // Whatever comes next is drawn again.
        mount.drawn = null;
      }
    },
    clear() {
      for (const container of mounts.keys()) drop(container);
      removeStrays();
    },
    find(host) {
      for (const [container, mount] of mounts) if (mount.host === host) return { key: mount.key, container };
      return null;
    },
    hostIn: (container) => mounts.get(container)?.host ?? null,
    get hosts() {
      return [...mounts.values()].map(({ host }) => host).filter((host) => host.isConnected);
    },
  };
}
