import type { Badge } from '../core/badge.ts';
import type { IssueKey } from '../core/issue.ts';
import { BADGE, createBadgeMaker, drawBadge, drawFailure } from './badge.ts';
import { createNearness } from './nearness.ts';
import type { RemountGuard } from './remount-guard.ts';
import { createRemountGuard } from './remount-guard.ts';
import type { InsertionPoint } from './surface.ts';

/** One badge that the page should have. */
export interface Wanted {
  readonly container: Element;
  readonly key: IssueKey;
  readonly issue: string;
  readonly place: 'header' | 'row';
  /** What the badge stands beside: a row's link; a header's state label, or the container itself. */
  readonly beside: Element;
}

interface Mount {
  readonly host: HTMLElement;
  /** Made when the page takes the badge away for the first time. */
  guard: RemountGuard | null;
  key: IssueKey;
  issue: string;
  readonly place: Wanted['place'];
  drawn: Badge | null;
}

export interface Mounts {
  /** Makes the page have exactly the wanted badges whose model is known; one whose model is only forgotten stays. Returns when to look again, in ms; 0 for not. */
  reconcile(wanted: readonly Wanted[], modelOf: (key: IssueKey) => Badge | null | undefined, now: number): number;
  /** Those of them that are to have a badge now: all but what is far out of sight in a long list. */
  inReach(wanted: readonly Wanted[]): readonly Wanted[];
  /** An answer did not come: for one badge, or for all. */
  fail(only?: Element): void;
  clear(): void;
  find(host: Element): { readonly key: IssueKey; readonly container: Element } | null;
  hostIn(container: Element): HTMLElement | null;
  /** Badges in the page now. */
  readonly hosts: readonly HTMLElement[];
}

/** Owns every badge of the page. A badge belongs to a container, and is given another issue when the page recycles the row. */
export function createMounts(document: Document, dress: (root: ShadowRoot) => void, pointOf: (wanted: Wanted) => InsertionPoint | null, onNear: () => void, atOnce: number): Mounts {
  const mounts = new Map<Element, Mount>();
  const make = createBadgeMaker(document, dress);
  const near = createNearness(onNear);

  const drop = (container: Element) => {
    mounts.get(container)?.host.remove();
    mounts.delete(container);
  };

  const settle = (want: Wanted, badge: Badge, now: number, homeless: Map<IssueKey, Mount>): number => {
    const { container, key, issue, place } = want;
    const known = mounts.get(container);
    const moving = homeless.get(key);
    const mount = known ?? (moving?.place === place ? moving : { host: make(), guard: null, key, issue, place, drawn: null });
    if (mount.drawn !== badge || mount.key !== key || mount.issue !== issue) {
      drawBadge(mount.host, { badge, issue, place });
      mount.key = key;
      mount.issue = issue;
      mount.drawn = badge;
    }
    if (!known) {
      homeless.delete(key);
      mounts.set(container, mount);
    } else if (container.contains(mount.host)) return 0;
    else {
      mount.guard ??= createRemountGuard();
      const delay = mount.guard.ask(now);
      if (delay > 0) return delay;
    }
    const target = pointOf(want);
    if (!target) return 0;
    if (target.narrow) mount.host.setAttribute('narrow', target.narrow);
    else mount.host.removeAttribute('narrow');
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

  const inReach = (wanted: readonly Wanted[]): readonly Wanted[] =>
    wanted.length <= atOnce ? wanted : wanted.filter(({ container }, index) => index < atOnce || mounts.has(container) || near.has(container));

  return {
    inReach,
    reconcile(wanted, modelOf, now) {
      const containers = new Set(wanted.map(({ container }) => container));
      // A page that draws an issue's row or header anew has another container for it: its badge moves there, with the card that is open beside it.
      const homeless = new Map<IssueKey, Mount>();
      for (const [container, mount] of mounts) {
        if (containers.has(container)) continue;
        homeless.set(mount.key, mount);
        drop(container);
      }
      near.keep(containers);
      removeStrays();
      let again = 0;
      for (const want of inReach(wanted)) {
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
        // Whatever comes next is drawn again.
        mount.drawn = null;
      }
    },
    clear() {
      near.keep(new Set());
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
