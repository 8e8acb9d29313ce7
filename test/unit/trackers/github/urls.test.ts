import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { githubIssueKey } from '../../../../lib/core/keys.ts';
import { isReserved } from '../../../../lib/trackers/github/reserved-owners.ts';
import { parseIssueUrl, parsePage } from '../../../../lib/trackers/github/urls.ts';

const at = (path: string) => new URL(`https://github.com${path}`);

describe('the URL of an issue or a pull request', () => {
  it.each([
    ['/acme/shop/issues/12', 'issue', 'github.com/acme/shop#12'],
    ['/Acme/Shop/issues/12', 'issue', 'github.com/Acme/Shop#12'],
    ['/acme/shop/issues/12/', 'issue', 'github.com/acme/shop#12'],
    ['//acme//shop///issues//12//', 'issue', 'github.com/acme/shop#12'],
    ['/acme/shop/issues/12#issuecomment-99', 'issue', 'github.com/acme/shop#12'],
    ['/acme/shop/issues/12?notification_referrer_id=x', 'issue', 'github.com/acme/shop#12'],
    ['/acme/shop/issues/12/hovercard', 'issue', 'github.com/acme/shop#12'],
    ['/acme/shop/pull/7', 'pull-request', 'github.com/acme/shop#7'],
    ['/acme/shop/pull/7/commits', 'pull-request', 'github.com/acme/shop#7'],
    ['/acme/shop/pull/7/commits/0a1b2c3d4e5f60718293a4b5c6d7e8f901234567', 'pull-request', 'github.com/acme/shop#7'],
    ['/acme/shop/pull/7/checks', 'pull-request', 'github.com/acme/shop#7'],
    ['/acme/shop/pull/7/changes', 'pull-request', 'github.com/acme/shop#7'],
    ['/acme/shop/pull/7/changes/0a1b2c3..4d5e6f7', 'pull-request', 'github.com/acme/shop#7'],
    ['/acme/shop/pull/7/files', 'pull-request', 'github.com/acme/shop#7'],
    ['/acme/shop/pull/7/files/0a1b2c3..4d5e6f7', 'pull-request', 'github.com/acme/shop#7'],
    ['/acme/shop/pull/7/conflicts', 'pull-request', 'github.com/acme/shop#7'],
    ['/acme/shop/pull/7/hovercard', 'pull-request', 'github.com/acme/shop#7'],
    ['/mona_acme/shop/issues/1', 'issue', 'github.com/mona_acme/shop#1'],
    ['/acme/shop.js/issues/1', 'issue', 'github.com/acme/shop.js#1'],
    ['/acme/.github/issues/1', 'issue', 'github.com/acme/.github#1'],
    ['/acme/_-_/issues/1', 'issue', 'github.com/acme/_-_#1'],
    ['/acme/my%2Dshop/issues/%31%32', 'issue', 'github.com/acme/my-shop#12'],
    [`/${'a'.repeat(39)}/${'r'.repeat(100)}/issues/1`, 'issue', `github.com/${'a'.repeat(39)}/${'r'.repeat(100)}#1`],
    ['/acme/shop/issues/999999999999999', 'issue', 'github.com/acme/shop#999999999999999'],
  ])('%s is the %s %s', (path, kind, written) => {
    expect(parseIssueUrl(at(path))).toMatchObject({ kind, written });
    expect(parsePage(at(path))).toMatchObject({ kind, written });
  });

  it.each([
    '/', '/acme', '/acme/shop', '/acme/shop/issues', '/acme/shop/issues/new', '/acme/shop/issues/new/choose', '/acme/shop/issues/templates/edit',
    '/acme/shop/issues/views', '/acme/shop/issues/views/12', '/acme/shop/issues/12a', '/acme/shop/issues/0', '/acme/shop/issues/-1', '/acme/shop/issues/1.5',
    '/acme/shop/issues/1e3', '/acme/shop/issues/9999999999999999', '/acme/shop/pull/7.diff', '/acme/shop/pull/7.patch', '/acme/shop/pull/new/branch',
    '/acme/shop/pulls/7', '/acme/shop/discussions/7', '/acme/shop/blob/main/issues/1', '/acme/shop/Issues/1',
    '/orgs/acme/issues/1', '/ORGS/acme/issues/1', '/pricing/acme/issues/1', '/404/acme/issues/1', '/settings/apps/issues/1', '/marketplace/shop/pull/1', '/login?return_to=https%3A%2F%2Fgithub.com%2Facme%2Fshop%2Fissues%2F56',
    '/-acme/shop/issues/1', '/acme-/shop/issues/1', '/ac--me/shop/issues/1', `/${'a'.repeat(40)}/shop/issues/1`, '/ac.me/shop/issues/1',
    `/acme/${'r'.repeat(101)}/issues/1`, '/acme/sh%2Fop/issues/1', '/acme/sh op/issues/1', '/acme/%E0%A4%A/issues/1', '/acme/shop/issues/%ff',
    '/acme/läden/issues/1', '/acme/shop/issues/１２',
  ])('%s names none', (path) => {
    expect(parseIssueUrl(at(path))).toBeNull();
  });

  it('takes raw parts, and does not let a repository climb out of its path', () => {
    expect(parseIssueUrl({ host: 'GitHub.com', pathname: '/Acme/Shop/issues/3' })).toMatchObject({ host: 'github.com', written: 'github.com/Acme/Shop#3' });
    for (const repository of ['.', '..', '%2e%2e']) expect(parseIssueUrl({ host: 'github.com', pathname: `/acme/${repository}/issues/3` })).toBeNull();
    expect(parseIssueUrl({ host: '', pathname: '/acme/shop/issues/3' })).toBeNull();
  });

  it('knows the other sites by their host, with a port, and not the subdomains of github.com', () => {
    expect(parseIssueUrl(new URL('https://acme.ghe.com/a/b/pull/2'))).toMatchObject({ written: 'acme.ghe.com/a/b#2' });
    expect(parseIssueUrl(new URL('https://git.acme.org:8443/a/b/issues/2'))).toMatchObject({ host: 'git.acme.org:8443' });
    for (const host of ['gist.github.com', 'docs.github.com', 'api.github.com']) expect(parseIssueUrl(new URL(`https://${host}/a/b/issues/2`))).toBeNull();
  });

  const letter = fc.constantFrom(...'abcXYZ019');
  const owner = fc.array(letter, { minLength: 1, maxLength: 19 }).map((letters) => letters.join('-')).filter((name) => !isReserved(name));
  const repository = fc.string({ unit: fc.constantFrom(...'aZ09._-'), minLength: 1, maxLength: 100 }).filter((name) => name !== '.' && name !== '..');

  it('survives a round trip', () => {
    fc.assert(
      fc.property(owner, repository, fc.integer({ min: 1, max: 999_999_999_999_999 }), fc.constantFrom('issues', 'pull'), (o, r, n, section) => {
        const read = parseIssueUrl(new URL(`https://github.com/${o}/${r}/${section}/${n}`));
        expect(read).toMatchObject({ owner: o, repository: r, number: n, written: `github.com/${o}/${r}#${n}` });
        expect(read && githubIssueKey(read.host, read.owner, read.repository, read.number)).toBe(`github.com/${o}/${r}#${n}`.toLowerCase());
      }),
    );
  });

  it('never throws, and what it names can be read again', () => {
    const segment = fc.oneof(fc.string({ maxLength: 12 }), fc.constantFrom('acme', 'issues', 'pull', '12', '%', '%2F', '..', 'orgs', 'projects', 'views'));
    fc.assert(
      fc.property(fc.array(segment, { maxLength: 7 }), fc.string({ maxLength: 20 }), (segments, query) => {
        const pathname = `/${segments.join('/')}`;
        const raw = parseIssueUrl({ host: 'github.com', pathname });
        const again = raw && parseIssueUrl(at(`/${raw.owner}/${raw.repository}/issues/${raw.number}`));
        expect(again?.written).toBe(raw?.written);
        if (URL.canParse(`https://github.com${pathname}?${query}`)) parsePage(new URL(`https://github.com${pathname}?${query}`));
      }),
    );
  });
});

describe('the page that a URL stands for', () => {
  const repo = { host: 'github.com', owner: 'acme', repository: 'shop' };
  const project = { kind: 'project', host: 'github.com', owner: 'acme', number: 3 };
  it.each([
    ['/acme/shop/issues', { kind: 'issue-list', ...repo }],
    ['/acme/shop/issues/?q=is%3Aopen&page=2', { kind: 'issue-list', ...repo }],
    ['/acme/shop//issues/', { kind: 'issue-list', ...repo }],
    ['/acme/shop/issues/maya', { kind: 'issue-list', ...repo }],
    ['/acme/shop/issues/created_by/maya', { kind: 'issue-list', ...repo }],
    ['/acme/shop/issues/views/12', { kind: 'issue-list', ...repo }],
    ['/acme/shop/pulls', { kind: 'pull-list', ...repo }],
    ['/acme/shop/pulls/maya', { kind: 'pull-list', ...repo }],
    ['/acme/shop/pulls/7', { kind: 'pull-list', ...repo }],
    ['/acme/shop/labels/good%20first%20issue', { kind: 'label', ...repo, name: 'good first issue' }],
    ['/acme/shop/labels/area%2Fui', { kind: 'label', ...repo, name: 'area/ui' }],
    ['/acme/shop/milestone/3', { kind: 'milestone', ...repo, number: 3 }],
    ['/acme/shop/milestone/3/?closed=1', { kind: 'milestone', ...repo, number: 3 }],
    ['/acme/shop/milestones', { kind: 'milestone-list', ...repo }],
    ['/acme/shop/projects', { kind: 'project-list', ...repo }],
    ['/issues', { kind: 'dashboard', host: 'github.com' }],
    ['/issues/assigned', { kind: 'dashboard', host: 'github.com' }],
    ['/issues/created', { kind: 'dashboard', host: 'github.com' }],
    ['/issues/mentioned', { kind: 'dashboard', host: 'github.com' }],
    ['/issues/views/12', { kind: 'dashboard', host: 'github.com' }],
    ['/issues/assigned?issue=acme%7Cshop%7C12', { kind: 'issue', ...repo, number: 12, written: 'github.com/acme/shop#12' }],
    ['/issues/assigned?issue=acme%7Cshop', { kind: 'dashboard', host: 'github.com' }],
    ['/issues/assigned?issue=acme%7Cshop%7C12%7C3', { kind: 'dashboard', host: 'github.com' }],
    ['/pulls', { kind: 'pull-dashboard', host: 'github.com' }],
    ['/pulls/review-requested', { kind: 'pull-dashboard', host: 'github.com' }],
    ['/search?q=checkout&type=issues', { kind: 'search', host: 'github.com' }],
    ['/search?q=checkout&type=pullrequests', { kind: 'search', host: 'github.com' }],
    ['/acme/shop/search?q=checkout&type=Issues', { kind: 'search', host: 'github.com' }],
    ['/acme/shop/milestones/3', { kind: 'issue-list', ...repo }],
    ['/orgs/acme/projects/3', { ...project, scope: 'orgs', pane: null }],
    ['/orgs/acme/projects/3/views/1', { ...project, scope: 'orgs', pane: null }],
    ['/users/acme/projects/3/views/1?sliceBy=x', { ...project, scope: 'users', pane: null }],
    ['/orgs/acme/projects/3/views/1?pane=issue&itemId=129503329', { ...project, scope: 'orgs', pane: null }],
    ['/orgs/acme/projects/3?pane=info&issue=acme%7Cshop%7C12', { ...project, scope: 'orgs', pane: null }],
    [
      '/orgs/acme/projects/3/views/1?pane=issue&itemId=1&issue=Acme%7CShop%7C12',
      { ...project, scope: 'orgs', pane: { host: 'github.com', owner: 'Acme', repository: 'Shop', number: 12, written: 'github.com/Acme/Shop#12' } },
    ],
  ])('%s', (path, page) => {
    expect(parsePage(at(path))).toEqual(page);
  });

  it.each([
    '/', '/acme', '/acme/shop', '/acme/shop/', '/acme/shop/issues/new', '/acme/shop/issues/new/choose', '/acme/shop/issues/choose', '/acme/shop/issues/templates/edit',
    '/acme/shop/issues/views', '/acme/shop/issues/views/new', '/acme/shop/issues/1.atom', '/acme/shop/issues/+1', '/acme/shop/issues/0', '/acme/shop/issues/9999999999999999', '/acme/shop/labels', '/acme/shop/milestones/new',
    '/acme/shop/milestones/3/edit', '/acme/shop/milestone', '/acme/shop/milestone/new', '/acme/shop/milestone/3/edit', '/acme/shop/compare/issues',
    '/acme/shop/projects/3', '/orgs/acme/projects', '/orgs/acme/projects/new', '/orgs/acme/projects/3/insights', '/orgs/acme/projects/3/insights/1', '/orgs/acme/projects/3/settings',
    '/orgs/acme/projects/3/settings/fields/Status', '/orgs/acme/projects/3/workflows', '/orgs/acme/projects/3/views/new', '/orgs/acme/projects/3/views/1/settings', '/orgs/acme/issues',
    '/issues/views', '/issues/new', '/search?q=x', '/search?q=x&type=code', '/search/advanced?type=issues', '/acme/shop/search?q=x', '/acme/shop/search/x?type=issues', '/acme/shop/milestones/v2', '/settings/profile/issues', '/acme/sh%2Fop/issues', '/acme/%ff/issues',
  ])('%s has nothing for us', (path) => {
    expect(parsePage(at(path))).toBeNull();
  });

  it('is none on a subdomain of github.com with another grammar', () => {
    expect(parsePage(new URL('https://gist.github.com/acme/shop/issues'))).toBeNull();
  });
});
