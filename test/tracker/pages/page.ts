import type { HostRole } from '../hosts.ts';
import type { Repository } from '../model/repository.ts';
import type { World } from '../model/world.ts';
import type { Html } from './html.ts';

/** What a page is made from. */
export interface PageCall {
  world: World;
  role: HostRole;
  url: URL;
  now: Date;
}

/** What a page is; the layout makes a document of it. */
export interface Page {
  status?: number;
  title: string;
  route: string;
  /** meta[hovercard-subject-tag], as GitHub sets it on a full load (and leaves it stale afterwards). */
  subject?: string;
  repository?: Repository;
  tab?: 'code' | 'issues' | 'pulls' | 'projects';
  /** A page of the old kind: Turbo events instead of React's. */
  classic?: boolean;
  crumbs: readonly { text: string; href: string }[];
  main: Html;
}
