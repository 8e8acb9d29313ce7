import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';

const SHARED = resolve(import.meta.dirname, '../../../../shared');
export const PAGES = resolve(SHARED, 'corpus/pages/github');
export const hasCorpus = existsSync(PAGES);

/** A saved page, where it lives, and what page-anatomy §6 expects of it. */
export interface SavedPage {
  readonly file: string;
  readonly url: string;
  /** The page's own issue. */
  readonly header: string | null;
  readonly rows: readonly string[];
}

const claudeCode = [8548, 8547, 8546, 8545, 8544, 8543, 8542, 8541, 8540, 8539, 8538, 8537, 8536, 8534, 8533, 8532, 8531, 8530, 8529, 8528, 8527, 8525, 8524, 8523, 8522];
const board = [26, 24, 22, 42, 43, 46, 52, 55, 23, 30, 57];

export const ISSUE: SavedPage = { file: 'gitcasso-issue-react-523.html', url: 'https://github.com/diffplug/selfie/issues/523', header: 'github.com/diffplug/selfie#523', rows: [] };
export const LIST: SavedPage = { file: 'gitcasso-issue-list-react-25rows.html', url: 'https://github.com/anthropics/claude-code/issues', header: null, rows: claudeCode.map((number) => `github.com/anthropics/claude-code#${number}`) };
export const BOARD: SavedPage = { file: 'gitcasso-project-board.html', url: 'https://github.com/orgs/diffplug/projects/12/views/1', header: null, rows: board.map((number) => `github.com/diffplug/gitcasso#${number}`) };
export const NEW_ISSUE: SavedPage = { file: 'gitcasso-har-issue-new-ssr.html', url: 'https://github.com/diffplug/selfie/issues/new', header: null, rows: [] };

export const SAVED: readonly SavedPage[] = [
  ISSUE,
  { ...ISSUE, file: 'gitcasso-har-issue-523-ssr.html' },
  LIST,
  BOARD,
  { ...BOARD, file: 'gitcasso-project-board-sidepanel-draft.html', url: `${BOARD.url}?pane=issue&itemId=129503329` },
  { file: 'gitcasso-pr-conversation-58.html', url: 'https://github.com/diffplug/gitcasso/pull/58', header: 'github.com/diffplug/gitcasso#58', rows: [] },
  NEW_ISSUE,
  { file: 'octolinker-issue-code.html', url: 'https://github.com/OctoLinker/testrepo/issues/2', header: 'github.com/OctoLinker/testrepo#2', rows: [] },
  { file: 'octolinker-pull-diff.html', url: 'https://github.com/OctoLinker/testrepo/pull/1/files', header: 'github.com/OctoLinker/testrepo#1', rows: [] },
  { file: 'fragment-legacy-issue-list-row-2020.html', url: 'https://github.com/twbs/bootstrap/issues', header: null, rows: ['github.com/twbs/bootstrap#31603'] },
];

export function htmlOf({ file }: SavedPage): string {
  return readFileSync(resolve(PAGES, file), 'utf8');
}
