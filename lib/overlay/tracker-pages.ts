import type { Page } from './page.ts';
import type { Surface } from './surface.ts';

/** What the overlay knows of one tracker's pages. Each tracker has a script of its own, for a browser compiles all of one for each page. */
export interface TrackerPages {
  readonly tracker: 'github' | 'jira';
  /** Every kind of page that has badges. A new file in surfaces/ is found by its name. */
  readonly surfaces: readonly Surface[];
  /** Which page a URL stands for. `context` is where the tracker is installed on its host: `''`, `/jira`. */
  parse(url: URL, context: string): Page | null;
  /** What its pages add to the colours of badges. */
  readonly theme: string;
  /** So many rows are read, and so many badges drawn, wherever they are on the page: as many as its lists have. Beyond them, those that come near. */
  readonly atOnce: number;
}

export function surfaceOf(page: Page | null, { surfaces }: Pick<TrackerPages, 'surfaces'>): Surface | null {
  return (page && surfaces.find((surface) => surface.matches(page))) ?? null;
}
