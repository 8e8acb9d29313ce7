import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { jiraIssueKey, parseJiraKey } from '../../../../lib/core/keys.ts';
import { contextOf, isJiraCloud, parseJiraIssueUrl, parseJiraPage } from '../../../../lib/trackers/jira/urls.ts';

const cloud = (path: string) => new URL(`https://acme.atlassian.net${path}`);
const server = (path: string) => new URL(`https://jira.acme.example${path}`);

describe('the URL of an issue', () => {
  it.each([
    '/browse/SHOP-12', '/browse/SHOP-12/', '//browse//SHOP-12', '/browse/SHOP-12?focusedCommentId=1', '/browse/SHOP-12#x', '/jira/browse/SHOP-12',
    '/projects/SHOP/issues/SHOP-12', '/projects/SHOP/issues/SHOP-12?filter=allopenissues', '/issues/SHOP-12?jql=x', '/jira/software/c/projects/SHOP/issues/SHOP-12',
    '/jira/servicedesk/projects/SHOP/queues/custom/7/SHOP-12', '/jira/servicedesk/projects/SHOP/queues/issue/SHOP-12', '/jira/servicedesk/projects/SHOP/section/incidents/custom/7/SHOP-12',
    '/projects/SHOP/queues/custom/7/SHOP-12', '/projects/SHOP/queues/issue/SHOP-12',
  ])('%s names SHOP-12', (path) => {
    expect(parseJiraIssueUrl(cloud(path), '')).toEqual({ host: 'acme.atlassian.net', project: 'SHOP', issue: 'SHOP-12', written: 'acme.atlassian.net/SHOP-12' });
  });

  it.each(['A1_B-7', 'XX-999999999999999', 'X2-1'])('%s is a key', (key) => {
    expect(parseJiraIssueUrl(cloud(`/browse/${key}`), '')?.issue).toBe(key);
  });

  it.each([
    '/browse/TEST', '/browse/', '/browse/shop-12', '/browse/1A-2', '/browse/A-2', '/browse/SHOP-0', '/browse/SHOP-012', '/browse/SHOP-12a', '/browse/SHOP-1.5', '/browse/SHOP--1',
    '/browse/SHOP-1234567890123456', '/browse/SHOP-12/evil', '/browse/SHOP%2D12', '/browse/SHOP-%ff', '/Browse/SHOP-12', '/x/browse/SHOP-12',
    '/projects/SHOP/repos/app/browse/SHOP-12', '/login?dest=/browse/SHOP-12', '/servicedesk/customer/portal/1/SHOP-12', '/wiki/browse/SHOP-12', '/issues/',
    '/jira/software/projects/SHOP/boards/1?selectedIssue=SHOP-12', '/browse/SHOP-１２',
  ])('%s names none', (path) => {
    expect(parseJiraIssueUrl(cloud(path), '')).toBeNull();
  });

  it('is looked for below the place where Jira is installed, and nowhere else on the host', () => {
    expect(parseJiraIssueUrl(server('/tools/jira/browse/SHOP-12'), '/tools/jira')).toMatchObject({ written: 'jira.acme.example/SHOP-12' });
    expect(parseJiraIssueUrl(server('/bugs/browse/SHOP-12'), '/bugs')?.issue).toBe('SHOP-12');
    for (const path of ['/browse/SHOP-12', '/bugsy/browse/SHOP-12', '/bitbucket/browse/SHOP-12']) expect(parseJiraIssueUrl(server(path), '/bugs')).toBeNull();
    expect(parseJiraIssueUrl({ host: '', pathname: '/browse/SHOP-12', search: '' }, '')).toBeNull();
    expect(parseJiraIssueUrl({ host: 'JIRA.acme.example:8443', pathname: '/browse/SHOP-12', search: '' }, '')?.written).toBe('jira.acme.example:8443/SHOP-12');
  });

  it('tells where Jira is installed', () => {
    for (const [path, context] of [['/browse/SHOP-1', ''], ['/jira/browse/SHOP-1', '/jira'], ['/a/b/browse/SHOP-1', '/a/b'], ['/bugs/projects/SHOP/summary', '/bugs'], ['/projects/SHOP/issues/SHOP-1', ''], ['/bugs/projects/SHOP/issues/SHOP-1', '/bugs']] as const) expect(contextOf(path)).toBe(context);
    for (const path of ['/', '/secure/Dashboard.jspa', '/a/b/c/browse/SHOP-1', 'browse/SHOP-1', '']) expect(contextOf(path)).toBeNull();
  });
});

describe('pages', () => {
  it.each([
    ['/browse/SHOP-12', 'jira-issue', 'SHOP', 'SHOP-12'],
    ['/projects/SHOP/issues/SHOP-12', 'jira-issue', 'SHOP', 'SHOP-12'],
    ['/issues/SHOP-12?jql=project%3DSHOP', 'jira-navigator', 'SHOP', 'SHOP-12'],
    ['/browse/SHOP-12?jql=order', 'jira-navigator', 'SHOP', 'SHOP-12'],
    ['/issues/?jql=x', 'jira-navigator', null, null],
    ['/issues?filter=-1', 'jira-navigator', null, null],
    ['/secure/IssueNavigator.jspa?reset=true', 'jira-navigator', null, null],
    ['/jira/software/c/projects/SHOP/issues', 'jira-navigator', 'SHOP', null],
    ['/jira/software/projects/SHOP/boards/1', 'jira-board', 'SHOP', null],
    ['/jira/software/c/projects/SHOP/boards/1?selectedIssue=SHOP-12', 'jira-board', 'SHOP', 'SHOP-12'],
    ['/jira/software/projects/SHOP/boards/1?selectedIssue=PAY-7', 'jira-board', 'SHOP', 'PAY-7'],
    ['/jira/software/projects/SHOP/boards/1?selectedIssue=%3Cscript%3E', 'jira-board', 'SHOP', null],
    ['/jira/software/projects/SHOP/boards/1/backlog', 'jira-backlog', 'SHOP', null],
    ['/jira/software/c/projects/SHOP/boards/1/timeline', 'jira-timeline', 'SHOP', null],
    ['/jira/software/projects/SHOP/list?selectedIssue=SHOP-2', 'jira-list', 'SHOP', 'SHOP-2'],
    ['/jira/software/projects/SHOP/boards/1/list/', 'jira-list', 'SHOP', null],
    ['/jira/software/c/projects/SHOP/boards/1/issues?jql=x', 'jira-navigator', 'SHOP', null],
    ['/jira/core/projects/SHOP/board', 'jira-board', 'SHOP', null],
    ['/jira/core/projects/SHOP/list', 'jira-list', 'SHOP', null],
    ['/jira/core/projects/SHOP/calendar', 'jira-timeline', 'SHOP', null],
    ['/jira/servicedesk/projects/SHOP/queues/custom/7', 'jira-queue', 'SHOP', null],
    ['/jira/servicedesk/projects/SHOP/queues/custom/7/SHOP-12', 'jira-queue', 'SHOP', 'SHOP-12'],
    ['/jira/servicedesk/projects/SHOP/section/service-requests/custom/7', 'jira-queue', 'SHOP', null],
    ['/jira/servicedesk/projects/SHOP/section/incidents/custom/7/SHOP-12', 'jira-queue', 'SHOP', 'SHOP-12'],
    ['/projects/SHOP/queues/custom/7', 'jira-queue', 'SHOP', null],
    ['/projects/SHOP/queues/issue/SHOP-12', 'jira-queue', 'SHOP', 'SHOP-12'],
    ['/jira/software/projects/SHOP/boards/1/roadmap?shared=', 'jira-timeline', 'SHOP', null],
    ['/jira/polaris/projects/SHOP/ideas/view/9?selectedIssue=SHOP-2', 'jira-idea', 'SHOP', 'SHOP-2'],
    ['/jira/plans/3/scenarios/4/timeline', 'jira-plan', null, null],
    ['/secure/RapidBoard.jspa?rapidView=3&projectKey=SHOP', 'jira-board', 'SHOP', null],
    ['/secure/RapidBoard.jspa?rapidView=3&view=detail&selectedIssue=SHOP-2', 'jira-board', null, 'SHOP-2'],
    ['/secure/RapidBoard.jspa?rapidView=3&projectKey=SHOP&view=planning.nodetail', 'jira-backlog', 'SHOP', null],
  ])('%s is a %s of %s with %s', (path, kind, project, issue) => {
    for (const [url, context] of [[cloud(path), ''], [server(`/bugs${path}`), '/bugs']] as const) {
      const page = parseJiraPage(url, context);
      expect(page && [page.kind, page.project, page.issue?.issue ?? null]).toEqual([kind, project, issue]);
    }
  });

  it.each([
    ['/jira/software/projects/SHOP/boards/1', 1],
    ['/jira/software/c/projects/SHOP/boards/27/backlog?selectedIssue=SHOP-2', 27],
    ['/secure/RapidBoard.jspa?rapidView=3&view=planning', 3],
    ['/secure/RapidBoard.jspa?rapidView=x', null],
    ['/jira/core/projects/SHOP/board', null],
    ['/browse/SHOP-12', null],
  ])('%s names the board %s', (path, board) => {
    for (const [url, context] of [[cloud(path), ''], [server(`/bugs${path}`), '/bugs']] as const) expect(parseJiraPage(url, context)?.board).toBe(board);
  });

  it.each([
    '/', '/browse/TEST', '/jira/for-you', '/jira/your-work', '/jira/dashboards/10000', '/jira/projects', '/jira/filters', '/secure/Dashboard.jspa', '/wiki/spaces/X/pages/1',
    '/jira/software/c/projects/SHOP/boards/1/reports/burndown', '/jira/software/c/projects/SHOP/settings/details', '/jira/software/c/projects/SHOP/boards/x', '/jira/software/projects/SHOP/summary',
    '/secure/RapidBoard.jspa?rapidView=3&view=reporting', '/secure/RapidBoard.jspa?rapidView=3&chart=burndownChart', '/servicedesk/customer/portal/1/SHOP-12', '/projects/shop/issues', '/jira/plans/3/settings', '/jira/servicedesk/projects/SHOP/services', '/projects/SHOP/versions/1/tab/release-report-all-issues', '/login.jsp?os_destination=%2Fbrowse%2FSHOP-1',
  ])('%s has nothing to show', (path) => {
    expect(parseJiraPage(cloud(path), '')).toBeNull();
  });

  it('never throws, and what it names is a key that can be read again', () => {
    const segment = fc.oneof(fc.string({ maxLength: 9 }), fc.constantFrom('browse', 'issues', 'jira', 'projects', 'SHOP', 'SHOP-12', '%', '..', 'boards', '1'));
    const law = fc.property(fc.array(segment, { maxLength: 7 }), fc.string({ maxLength: 20 }), (path, search) => {
      const parts = { host: 'acme.atlassian.net', pathname: `/${path.join('/')}`, search: `?selectedIssue=${search}` };
      contextOf(parts.pathname);
      const named = [parseJiraIssueUrl(parts, ''), parseJiraPage(parts, '')?.issue ?? null].filter((issue) => issue !== null);
      return named.every((issue) => parseJiraKey(jiraIssueKey(issue.host, issue.issue))?.project === issue.project);
    });
    expect(() => fc.assert(law)).not.toThrow();
  });

  it('is done with a hostile path at once', () => {
    const pathname = `/jira${'/projects/SHOP'.repeat(200_000)}/issues/`;
    const before = performance.now();
    parseJiraPage({ host: 'acme.atlassian.net', pathname, search: '' }, '');
    contextOf(pathname);
    // No assertion on speed, only against what would hang a worker.
    expect(performance.now() - before).toBeLessThan(5000);
  });
});

it('knows Cloud by its name, and no look-alike', () => {
  for (const host of ['acme.atlassian.net', 'Acme.Atlassian.net', 'acme.jira.com', 'acme.atlassian-us-gov-mod.net']) expect(isJiraCloud(host)).toBe(true);
  for (const host of ['atlassian.net', 'evil-atlassian.net', 'acme.atlassian.net.evil.org', 'jira.acme.example']) expect(isJiraCloud(host)).toBe(false);
});
