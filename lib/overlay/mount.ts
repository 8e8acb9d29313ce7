import type { Badge } from '../core/badge.ts';
import type { IssueKey } from '../core/issue.ts';
import { drawBadge } from './badge.ts';
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

/** One badge, wherever it is. */
export interface Mount {
  readonly host: HTMLElement;
  readonly place: Wanted['place'];
  /** Made when the page takes the badge away for the first time. */
  guard: RemountGuard | null;
  key: IssueKey;
  issue: string;
  /** `null`: whatever comes next is drawn. */
  drawn: Badge | null;
}

export function createMount(host: HTMLElement, { key, issue, place }: Wanted): Mount {
  return { host, place, guard: null, key, issue, drawn: null };
}

/** Makes it show this issue, if it does not already. */
export function show(mount: Mount, { key, issue, place }: Wanted, badge: Badge): void {
  if (mount.drawn === badge && mount.key === key && mount.issue === issue) return;
  drawBadge(mount.host, { badge, issue, place });
  mount.key = key;
  mount.issue = issue;
  mount.drawn = badge;
}

/** How long a badge that the page took away has to wait, in ms; 0 when it may return now. */
export function waitToReturn(mount: Mount, now: number): number {
  mount.guard ??= createRemountGuard();
  return mount.guard.ask(now);
}

export function putIn({ host }: Mount, { parent, before, narrow }: InsertionPoint): void {
  if (narrow) host.setAttribute('narrow', narrow);
  else host.removeAttribute('narrow');
  parent.insertBefore(host, before);
}
