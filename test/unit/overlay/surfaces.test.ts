import { describe, expect, test } from 'vitest';
import { readAddress } from '../../../lib/overlay/address.ts';
import { boardOf, projectOf } from '../../../lib/overlay/page.ts';
import { surfaces, trackers } from './all-surfaces.ts';

/** The sites of the examples; in a browser the host's name or the document tells. */
function addressAt(address: string) {
  const url = new URL(address);
  if (url.host === 'github.com') return readAddress(url, { jira: null }, trackers);
  return readAddress(url, { jira: url.host.endsWith('.atlassian.net') || !url.pathname.startsWith('/bugs/') ? '' : '/bugs' }, trackers);
}
const pageAt = (url: string) => addressAt(url).page;
const surfaceAt = (url: string) => addressAt(url).surface?.id ?? null;
const ownIssueAt = (url: string) => {
  const { page, surface } = addressAt(url);
  return (page && surface?.detail?.identity(page)?.written) ?? null;
};

describe('surfaces', () => {
  test('each has the id that its file says, which begins with its tracker: the tracker’s script finds it so', () => {
    const files = Object.keys(import.meta.glob('../../../lib/overlay/surfaces/*.surface.ts')).map((path) => path.replace(/^.*\/(.+)\.surface\.ts$/, '$1'));
    expect(surfaces.map(({ id }) => id).toSorted()).toEqual(files.toSorted());
  });

  test('there is one for every kind of page that shows issues', () => {
    expect(surfaces.map(({ id }) => id)).toEqual(expect.arrayContaining([
      'github-dashboard', 'github-issue', 'github-issue-list', 'github-label', 'github-milestone',
      'github-project', 'github-pull-list', 'github-pull-request', 'github-search',
      'jira-backlog', 'jira-board', 'jira-idea', 'jira-issue', 'jira-list', 'jira-navigator', 'jira-plan', 'jira-queue', 'jira-timeline',
    ]));
  });

  describe.each(surfaces)('$id', (surface) => {
    test.each(surface.examples.urls)('%s is its own and no other surface’s', (url) => {
      const page = pageAt(url);
      expect(page).not.toBeNull();
      expect(page && surfaces.filter((other) => other.matches(page)).map(({ id }) => id)).toEqual([surface.id]);
    });

    test.each(surface.examples.not)('%s is not', (url) => {
      expect(surfaceAt(url)).not.toBe(surface.id);
    });

    test('says how to find rows or the page’s own issue, and has examples', () => {
      expect(surface.rows ?? surface.detail).toBeDefined();
      expect(surface.examples.urls.length).toBeGreaterThan(0);
      expect(surface.examples.not.length).toBeGreaterThan(0);
    });
  });

  test.each(['https://github.com/', 'https://github.com/o/r', 'https://github.com/o/r/issues/new', 'https://github.com/o/r/actions', 'https://github.com/login?return_to=%2Fo%2Fr%2Fissues%2F1', 'https://github.com/notifications'])(
    'nothing runs on %s',
    (url) => expect(surfaceAt(url)).toBeNull(),
  );

  test.each([
    'https://acme.atlassian.net/', 'https://acme.atlassian.net/jira/for-you', 'https://acme.atlassian.net/browse/TEST', 'https://acme.atlassian.net/wiki/spaces/X', 'https://acme.atlassian.net/jira/software/c/projects/SHOP/settings/details',
    'https://acme.atlassian.net/acme/shop/issues/1', 'https://jira.acme.example/secure/Dashboard.jspa', 'https://jira.acme.example/bugs/secure/Dashboard.jspa', 'https://jira.acme.example/bugsy/browse/SHOP-1',
  ])('nothing runs on %s', (url) => expect(surfaceAt(url)).toBeNull());

  test('a page names its own issue as its URL writes it', () => {
    expect(ownIssueAt('https://github.com/OctoLinker/testrepo/issues/2#issuecomment-1')).toBe('github.com/OctoLinker/testrepo#2');
    expect(ownIssueAt('https://Acme.atlassian.net/browse/SHOP-12?focusedCommentId=1')).toBe('acme.atlassian.net/SHOP-12');
    expect(ownIssueAt('https://jira.acme.example/bugs/browse/SHOP-12')).toBe('jira.acme.example/SHOP-12');
  });

  test('the side panel’s issue is the one in `issue=`, and a draft has none', () => {
    expect(ownIssueAt('https://github.com/orgs/diffplug/projects/12/views/1?pane=issue&itemId=1&issue=diffplug%7Cgitcasso%7C26')).toBe('github.com/diffplug/gitcasso#26');
    expect(surfaceAt('https://github.com/orgs/diffplug/projects/12/views/1?pane=issue&itemId=1')).toBe('github-project');
  });

  test('the issue in front of a Jira board, backlog or list is the one in `selectedIssue=`', () => {
    for (const path of ['boards/1', 'boards/1/backlog', 'list']) {
      expect(ownIssueAt(`https://acme.atlassian.net/jira/software/c/projects/SHOP/${path}?selectedIssue=PAY-7`)).toBe('acme.atlassian.net/PAY-7');
      expect(ownIssueAt(`https://acme.atlassian.net/jira/software/c/projects/SHOP/${path}`)).toBeNull();
    }
  });

  test.each([
    ['https://github.com/Acme/Shop/issues', 'github.com/acme/shop', null],
    ['https://acme.atlassian.net/jira/software/c/projects/SHOP/boards/12/backlog', 'acme.atlassian.net/SHOP', 12],
    ['https://acme.atlassian.net/browse/SHOP-12', 'acme.atlassian.net/SHOP', null],
    ['https://acme.atlassian.net/issues/?jql=x', null, null],
    ['https://github.com/orgs/acme/projects/5', null, 5],
    ['https://github.com/users/maya/projects/5/views/2?pane=issue', null, 5],
    ['https://jira.acme.example/bugs/secure/RapidBoard.jspa?rapidView=3&selectedIssue=SHOP-2', 'jira.acme.example/SHOP', 3],
    ['https://jira.acme.example/secure/RapidBoard.jspa?rapidView=3&projectKey=SHOP&view=planning', 'jira.acme.example/SHOP', 3],
  ])('%s tells project and board as far as its address does', (url, project, board) => {
    const page = pageAt(url);
    expect(page && [projectOf(page), boardOf(page)]).toEqual([project, board]);
  });
});
