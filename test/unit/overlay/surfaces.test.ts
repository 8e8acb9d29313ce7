import { describe, expect, test } from 'vitest';
import { surfaceOf, surfaces } from '../../../lib/overlay/surfaces.ts';
import { parsePage } from '../../../lib/trackers/github/urls.ts';

const surfaceAt = (url: string) => surfaceOf(parsePage(new URL(url)))?.id ?? null;

describe('surfaces', () => {
  test('ids are unique and there is one for every kind of GitHub page that shows issues', () => {
    expect(surfaces.map(({ id }) => id).toSorted()).toEqual([
      'github-dashboard', 'github-issue', 'github-issue-list', 'github-label', 'github-milestone',
      'github-project', 'github-project-panel', 'github-pull-list', 'github-pull-request',
    ]);
  });

  describe.each(surfaces)('$id', (surface) => {
    test.each(surface.examples.urls)('%s is its own and no other surface’s', (url) => {
      const page = parsePage(new URL(url));
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

  test('a page names its own issue as its URL writes it', () => {
    const page = parsePage(new URL('https://github.com/OctoLinker/testrepo/issues/2#issuecomment-1'));
    expect(page && surfaceOf(page)?.detail?.identity(page)?.written).toBe('github.com/OctoLinker/testrepo#2');
  });

  test('the side panel’s issue is the one in `issue=`, and a draft has none', () => {
    const open = parsePage(new URL('https://github.com/orgs/diffplug/projects/12/views/1?pane=issue&itemId=1&issue=diffplug%7Cgitcasso%7C26'));
    expect(open && surfaceOf(open)?.detail?.identity(open)?.written).toBe('github.com/diffplug/gitcasso#26');
    expect(surfaceAt('https://github.com/orgs/diffplug/projects/12/views/1?pane=issue&itemId=1')).toBe('github-project');
  });
});
