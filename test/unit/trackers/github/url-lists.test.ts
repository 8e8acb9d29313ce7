import { describe, expect, it } from 'vitest';
import { parsePage } from '../../../../lib/trackers/github/urls.ts';

/*
 * The addresses on which github-url-detection tries its detections (index.ts at 00a3174, MIT), which Refined GitHub has run on since 2020. Each must be for us what it is for them; where we differ,
 * the table says what we take it for and why.
 */
const R = '/sindresorhus/refined-github';

const KINDS: Readonly<Record<string, readonly (readonly [kind: string | null, paths: readonly string[]])[]>> = {
  isIssue: [['issue', [`${R}/issues/146`]]],
  isPR: [['pull-request', [`${R}/pull/148`]]],
  isPRFiles: [['pull-request', [`${R}/pull/148/files`, `${R}/pull/148/files/e1aba6f`, `${R}/pull/148/files/1e27d799..e1aba6f`, '/refined-github/refined-github/pull/148/changes', '/refined-github/refined-github/pull/148/changes/1e27d799..e1aba6f', '/refined-github/refined-github/pull/148/changes/1e27d7998afdd3608d9fc3bf95ccf27fa5010641..e1aba6febb3fe38aafd1137cff28b536eeeabe7e']]],
  isPRCommit: [['pull-request', [`${R}/pull/148/commits/1e27d7998afdd3608d9fc3bf95ccf27fa5010641`, `${R}/pull/148/commits/1e27d79`, `${R}/pull/148/changes/1e27d7998afdd3608d9fc3bf95ccf27fa5010641`, `${R}/pull/148/changes/1e27d79`]]],
  isPRCommitList: [['pull-request', [`${R}/pull/148/commits`]]],
  // For them no page of the pull request, since it lacks what they change there; its header is the same.
  isPRConflicts: [['pull-request', [`${R}/pull/148/conflicts`]]],
  isGlobalIssueOrPRList: [
    ['dashboard', ['/issues', '/issues?q=is%3Apr+is%3Aopen', '/issues/assigned', '/issues/mentioned']],
    ['pull-dashboard', ['/pulls', '/pulls?q=issues', '/pulls/assigned', '/pulls/mentioned', '/pulls/review-requested']],
  ],
  isPRList: [['pull-list', [`${R}/pulls`, `${R}/pulls/`, `${R}/pulls?q=is%3Aopen+is%3Apr`, `${R}/pulls?q=is%3Apr+is%3Aclosed`]]],
  isRepoIssueList: [['issue-list', ['/sindresorhus/ava/issues', `${R}/issues`, `${R}/issues/fregante`, `${R}/issues/newton`, `${R}/issues/wptemplates`, `${R}/issues?q=is%3Aclosed+sort%3Aupdated-desc`]]],
  isRepoTaxonomyIssueOrPRList: [
    ['label', [`${R}/labels/bug`, `${R}/labels/implemented%20by%20github`, `${R}/labels/%3Adollar%3A%20Funded%20on%20Issuehunt`]],
    // The milestone that is called so, whichever it is.
    ['issue-list', [`${R}/milestones/1`]],
  ],
  isMilestone: [['milestone', ['/kubernetes/kubernetes/milestone/56']]],
  isMilestoneList: [['milestone-list', [`${R}/milestones`]]],
  isProject: [
    ['project', ['/orgs/RSSNext/projects/3']],
    // The Projects of before 2024 are gone; since then the address only redirects to one of an owner's.
    [null, [`${R}/projects/3`]],
  ],
  isProjects: [['project-list', [`${R}/projects`]]],
  // Only the issues and the pull requests that are found are anything for us.
  isGlobalSearchResults: [[null, ['/search?q=refined-github&ref=opensearch']]],
  isRepoSearch: [['search', [`${R}/search?q=diff&unscoped_q=diff&type=Issues`]], [null, [`${R}/search?q=diff`, `${R}/search`]]],
};

/** What is none of these for them, be it what it may. */
const NONE = [
  '', '/', '//', '///', '/?tab=repositories', '/?search=1', '/dashboard', '//dashboard', '/dashboard/index/2', '/orgs/test/dashboard', '/orgs/edit/dashboard', '/dashboard-feed', '/notifications', '/new', '/organizations/npmhub/repositories/new', '/trending', '/trending/developers',
  '/settings/profile', '/settings/replies', '/settings/replies/88491/edit', '/marketplace/actions/urlchecker-action', '/fregante', '/github', '/fregante?tab=repositories&q=&type=source&language=css&sort=', '/orgs/refined-github/repositories?q=&type=private&language=&sort=',
  '/orgs/refined-github/teams/core-team', '/orgs/refined-github/teams/core-team/discussions/1', '/orgs/community/discussions', '/orgs/community/discussions/11202', '/orgs/community/discussions/new?category=pull-requests', '/orgs/community/discussions/new/choose',
  R, `${R}/`, `${R}?files=1`, `${R}?search=1`, '/sindresorhus/notifications/', '/sindresorhus/edit', '/sindresorhus///edit', '/sindresorhus/search', '/sindresorhus/branches', `${R}/issues/new`, `${R}/issues/new/choose`, `${R}/issues/templates/edit`, `${R}/labels`, `${R}/labels/`, `${R}/milestones/new`, `${R}/milestones/1/edit`,
  `${R}/blame/master/package.json`, `${R}/blob/master/edit.txt`, `${R}/tree/native-copy-buttons/`, `${R}/tree/main/source`, `${R}/commit/5b614`, `${R}/commits/master?page=2`, `${R}/commits?author=fregante`, '/sindresorhus/runs/commits/', `${R}/compare/master...branch-name?quick_pull=1`, `${R}/releases`, `${R}/releases/edit/v1.2.3`, `${R}/releases/tag/1.20.1`, `${R}/tags?after=21.8.1`,
  `${R}/delete/master/readme.md`, `${R}/edit/master/readme.md`, `${R}/new/main`, `${R}/find/master`, `${R}/network/members`, `${R}/network`, `${R}/settings/branches`, `${R}/fork`, `${R}/branches`, `${R}/runs/639481849`, `${R}/actions/new`, `${R}/actions/workflows/demo.yml`, '/lukesampson/scoop/wiki', '/tooomm/wikitest/wiki/Getting-Started/_edit', '/tophf/mpiv/discussions/50', '/withastro/roadmap/discussions/new?category=proposal', '/fregante/browser-extension-template/generate',
];

describe('the addresses of github-url-detection', () => {
  describe.each(Object.entries(KINDS))('%s', (_detection, rows) => {
    it.each(rows.flatMap(([kind, paths]) => paths.map((path) => [path, kind] as const)))('%s is our %s', (path, kind) => {
      expect(parsePage(new URL(`https://github.com${path}`))?.kind ?? null).toBe(kind);
    });
  });

  it.each(NONE)('“%s” is nothing for us, nor for an Enterprise Server', (path) => {
    for (const host of ['github.com', 'github.big-corp.com']) expect(parsePage(new URL(`https://${host}${path}`))).toBeNull();
  });

  it.each(['https://gist.github.com', 'https://gist.github.com/fregante/2205329b71218fa2c1d3', 'https://gist.github.com/kidonng/0d16c7f17045f486751fad1b602204a0/revisions', 'https://my-little-hub.com/gist/in-fragrante', 'https://gist.my-little-hub.com/in-fragrante'])('%s is nothing for us', (url) => {
    expect(parsePage(new URL(url))).toBeNull();
  });
});
