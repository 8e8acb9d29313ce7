import type { GithubPage } from '../trackers/github/urls.ts';
import type { PageIssue } from './page.ts';

/** Where a badge goes: into `parent`, before `before` (at the end where that is null). */
export interface InsertionPoint {
  readonly parent: Element;
  readonly before: Node | null;
  /** There is little room: the badge gives way. */
  readonly narrow?: true;
}

/** Finds the place in one container; `null` where the page does not have it, and the next rule is tried. */
export type PlaceRule = (container: Element, link: HTMLAnchorElement) => InsertionPoint | null;

/** How a kind of page lists issues. Links say which issue; everything here only decides the place. */
export interface RowRules {
  /** Ladder, most certain first: the row or card around a link. */
  readonly containers: readonly string[];
  /** Containers for pages whose markup nobody has captured; only inside the page's main region. */
  readonly fallback: string | null;
  /** Ladder, newest markup first; after the title where none fits. */
  readonly places: readonly PlaceRule[];
  /** What proves that the list is one we know although it has no rows. */
  readonly empty: string;
}

/** How a page of one issue names it and where its header is. */
export interface DetailRules {
  /** From the URL alone: the page's own metadata is stale after a soft navigation (page-anatomy §1.1). */
  identity(page: GithubPage): PageIssue | null;
  /** The header must lie within one of these, where given. */
  readonly within: string | null;
  /** Ladders, newest markup first. */
  readonly titles: readonly string[];
  readonly states: readonly string[];
}

/** One kind of page: one file in surfaces/, found by its name. */
export interface Surface {
  readonly id: string;
  /** Tried against every other surface too: a URL belongs to exactly one. */
  readonly examples: { readonly urls: readonly string[]; readonly not: readonly string[] };
  matches(page: GithubPage): boolean;
  readonly rows?: RowRules;
  readonly detail?: DetailRules;
}
