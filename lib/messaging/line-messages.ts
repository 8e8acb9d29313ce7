import type { IssueKey, ProjectKey } from '../core/issue.ts';
import type { Health } from '../core/roadmap/roadmap-item.ts';

/** What a page is about that may have a line above it: one milestone, one issue, or else a board, a backlog or a list of milestones. */
export interface LineAbout {
  /** `null` where the address names none: then it is the one whose issues the page shows. */
  readonly project: ProjectKey | null;
  readonly board: number | null;
  readonly milestone: number | null;
  /** The page's own issue. */
  readonly keys: readonly IssueKey[];
}

/** One line above a page: what it is, how it goes, and where there is more of it. */
export interface LineRow {
  /** Names it for hiding: a goal by its sprint, an item by its id. */
  readonly id: string;
  readonly kind: 'goal' | 'item';
  readonly label: string;
  readonly text: string;
  /** How it goes, where that is known, and why. */
  readonly health: Health | null;
  readonly reason: string | null;
  /** In words, the most telling first. */
  readonly facts: readonly string[];
  readonly done: number;
  readonly total: number;
  /** What the tracker calls it, and its page there. */
  readonly link: { readonly words: string; readonly to: string } | null;
}

export interface LineMessages {
  /** `null`: the page has no line. With `bring`, one that has gets the script that draws it. */
  pageLine: { request: LineAbout & { readonly bring: boolean }; response: readonly LineRow[] | null };
  /** Remembered here; a goal's is hidden for as long as its sprint runs. */
  hideLine: { request: { line: string; hidden: boolean }; response: null };
  /** Where the message comes from, the network is there again. */
  backOnline: { request: null; response: null };
  /** A page of ours, which no other page may lead to: the roadmap at an item, the sprint, or the connections in the options. */
  openOwn: { request: { page: 'roadmap' | 'sprint' | 'connections'; item: string | null }; response: null };
}
