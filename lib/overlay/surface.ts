import type { Page, PageIssue } from './page.ts';

/** Where a badge goes: into `parent`, before `before` (at the end where that is null). */
export interface InsertionPoint {
  readonly parent: Element;
  readonly before: Node | null;
  /** There is little room: the badge gives way to what is beside it, or says the least in a line that would break. */
  readonly narrow?: 'shrink' | 'short' | 'row' | 'cell';
}

/** Finds the place in one container; `null` where the page does not have it, and the next rule is tried. */
export type PlaceRule = (container: Element, link: HTMLAnchorElement) => InsertionPoint | null;

/** How a tracker's pages name issues and what surrounds them: one for all of its surfaces. */
export interface Markup {
  /** Every link that may name an issue. A sieve only: `read` decides. */
  readonly links: string;
  /** The issue that a link leads to on the page's own site. */
  read(link: HTMLAnchorElement, page: Page): PageIssue | null;
  /** What lies inside these is prose, navigation or decoration, never a row. Newest markup first. */
  readonly excluded: string;
  /** Links inside these belong to a row but are not its issue. */
  readonly insideRow: string;
  /** How surely a link is its row's own, from 3 down to 1; 0 where it is not. */
  likeness(link: HTMLAnchorElement, container: Element): number;
  /** Unknown containers count only in here, and never in `apart`. */
  readonly main: string;
  readonly apart: string | null;
  /** Two links side by side may name one row's issue. */
  readonly inPairs: boolean;
}

/** How a kind of page lists issues. Links say which issue; everything here only decides the place. */
export interface RowRules {
  readonly markup: Markup;
  /** Ladder, most certain first: the row or card around a link. */
  readonly containers: readonly string[];
  /** Ladder for pages whose markup nobody has captured; only inside the page's main region. */
  readonly fallback: readonly string[];
  /** Ladder, newest markup first; after the title where none fits. */
  readonly places: readonly PlaceRule[];
  /** What comes first in the document comes first on the page: of a long list only the beginning needs to be read. */
  readonly inOrder?: true;
  /** What proves that the list is one we know although it has no rows. */
  readonly empty: string;
}

/** The place beside the title of the page's own issue. */
export interface Header {
  readonly container: Element;
  /** The badge goes behind this; to the end of the container where it is the container itself. */
  readonly beside: Element;
  /** The issue that a link of the header leads to, for pages whose address names none. */
  readonly issue?: PageIssue | null;
}

/** How a page of one issue names it and where its header is. */
export interface DetailRules {
  /** From the URL alone: the page's own metadata is stale after a soft navigation (page-anatomy §1.1). */
  identity(page: Page): PageIssue | null;
  /** `null` where the page has no header that we know. */
  header(document: Document, page: Page): Header | null;
}

/** One kind of page: one file in surfaces/, found by its name. */
export interface Surface {
  readonly id: string;
  /** Tried against every other surface too: a URL belongs to exactly one. */
  readonly examples: { readonly urls: readonly string[]; readonly not: readonly string[] };
  matches(page: Page): boolean;
  /** Its issues may be anybody's: their projects are not followed for having been shown here. */
  readonly inPassing?: true;
  readonly rows?: RowRules;
  readonly detail?: DetailRules;
}
