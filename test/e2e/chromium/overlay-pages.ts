import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Expected } from './overlay-expectations.ts';

/** Elsewhere for the test that these suites do without. */
const PAGES = resolve(process.env['WAYMARK_CORPUS'] ?? resolve(import.meta.dirname, '../../../../shared/corpus'), 'pages');
export const hasCorpus = existsSync(PAGES);

/** A saved page, where it lives, and what page-anatomy §6 expects of it. */
export interface SavedPage extends Expected {
  readonly folder: 'github' | 'jira-cloud' | 'jira-dc';
  readonly file: string;
  readonly url: string;
}

const claudeCode = [8548, 8547, 8546, 8545, 8544, 8543, 8542, 8541, 8540, 8539, 8538, 8537, 8536, 8534, 8533, 8532, 8531, 8530, 8529, 8528, 8527, 8525, 8524, 8523, 8522];
const board = [26, 24, 22, 42, 43, 46, 52, 55, 23, 30, 57];

export const ISSUE: SavedPage = { folder: 'github', file: 'gitcasso-issue-react-523.html', url: 'https://github.com/diffplug/selfie/issues/523', header: 'github.com/diffplug/selfie#523', rows: [] };
export const LIST: SavedPage = { folder: 'github', file: 'gitcasso-issue-list-react-25rows.html', url: 'https://github.com/anthropics/claude-code/issues', header: null, rows: claudeCode.map((number) => `github.com/anthropics/claude-code#${number}`) };
export const BOARD: SavedPage = { folder: 'github', file: 'gitcasso-project-board.html', url: 'https://github.com/orgs/diffplug/projects/12/views/1', header: null, rows: board.map((number) => `github.com/diffplug/gitcasso#${number}`) };
export const NEW_ISSUE: SavedPage = { folder: 'github', file: 'gitcasso-har-issue-new-ssr.html', url: 'https://github.com/diffplug/selfie/issues/new', header: null, rows: [] };

export const SAVED: readonly SavedPage[] = [
  ISSUE,
  { ...ISSUE, file: 'gitcasso-har-issue-523-ssr.html' },
  LIST,
  BOARD,
  { ...BOARD, file: 'gitcasso-project-board-sidepanel-draft.html', url: `${BOARD.url}?pane=issue&itemId=129503329` },
  { folder: 'github', file: 'gitcasso-pr-conversation-58.html', url: 'https://github.com/diffplug/gitcasso/pull/58', header: 'github.com/diffplug/gitcasso#58', rows: [] },
  NEW_ISSUE,
  { folder: 'github', file: 'octolinker-issue-code.html', url: 'https://github.com/OctoLinker/testrepo/issues/2', header: 'github.com/OctoLinker/testrepo#2', rows: [] },
  { folder: 'github', file: 'octolinker-pull-diff.html', url: 'https://github.com/OctoLinker/testrepo/pull/1/files', header: 'github.com/OctoLinker/testrepo#1', rows: [] },
  { folder: 'github', file: 'fragment-legacy-issue-list-row-2020.html', url: 'https://github.com/twbs/bootstrap/issues', header: null, rows: ['github.com/twbs/bootstrap#31603'] },
];

export function htmlOf({ folder, file }: SavedPage): string {
  return readFileSync(resolve(PAGES, folder, file), 'utf8');
}

const CLOUD = { folder: 'jira-cloud', header: null, rows: [] } as const;
const project = 'https://example.atlassian.net/jira/software/c/projects/RDC/boards/1';
const rdc = (number: number) => `example.atlassian.net/RDC-${number}`;

export const JIRA_ISSUE: SavedPage = { ...CLOUD, file: 'fragment-issue-view-breadcrumb.html', url: 'https://example.atlassian.net/browse/RDC-14817', header: rdc(14_817) };
export const JIRA_BOARD: SavedPage = { ...CLOUD, file: 'fragment-board-card.html', url: project, rows: [rdc(21_496)] };
const JIRA_BACKLOG: SavedPage = { ...CLOUD, file: 'fragment-backlog-card-key.html', url: `${project}/backlog`, rows: [rdc(22_274)] };
export const JIRA_NAVIGATOR: SavedPage = { ...CLOUD, file: 'fragment-issue-navigator-row.html', url: 'https://example.atlassian.net/issues/?jql=project%20%3D%20RDC', rows: [rdc(29_578)] };
/** In the test build this host is granted, as a person grants a Data Center's. */
export const DATA_CENTER = 'jira.acme.example';

export const JIRA_SAVED: readonly SavedPage[] = [
  JIRA_ISSUE,
  JIRA_BOARD,
  JIRA_BACKLOG,
  JIRA_NAVIGATOR,
  { ...CLOUD, file: 'fragment-epic-child-cell.html', url: 'https://example.atlassian.net/browse/RDC-14817', rows: [rdc(23_422)] },
  { ...CLOUD, file: 'fragment-plans-timeline-row.html', url: 'https://example.atlassian.net/jira/plans/3/scenarios/4/timeline', rows: [rdc(21_069)] },
  { ...CLOUD, file: 'projectflow-board-timeline.html', url: 'https://example.atlassian.net/jira/software/projects/TEST/boards/1/timeline' },
  { ...CLOUD, file: 'projectflow-issue-navigator-empty.html', url: 'https://example.atlassian.net/issues/?jql=created%20%3E%3D%20-30d' },
  { ...CLOUD, file: 'projectflow-for-you.html', url: 'https://example.atlassian.net/jira/for-you' },
  { folder: 'jira-dc', file: 'fragment-board-swimlane-card.html', url: `https://${DATA_CENTER}/secure/RapidBoard.jspa?rapidView=1`, header: null, rows: [`${DATA_CENTER}/GEMINI-905`] },
];
