import { describe, expect, it } from 'vitest';
import { pageStatus, surfaceInWords } from '../../../components/popup/page-status.ts';
import { listPage } from '../../../components/playground/popup-fixtures.ts';

describe('the page status', () => {
  const { url, report } = listPage;
  it('a recognised page names its kind and counts its badges', () => expect(pageStatus(url, report)).toEqual({ tone: 'good', words: 'Issue list recognised, 25 badges.' }));
  it('a layout that is not recognised is admitted', () => expect(pageStatus(url, { ...report, recognised: false, badges: 0 }).words).toBe('Badges are off on this page: layout not recognised.'));
  it('a page without issues is no failure', () => expect(pageStatus(url, { ...report, recognised: false, links: 0, badges: 0 }).tone).toBe('none'));
  it('a GitHub tab that was open before the installation wants a reload', () => expect(pageStatus(url, null).words).toContain('reload'));
  it.each([null, 'https://example.com/', 'about:blank', 'nonsense'])('%s is no tracker page', (other) => expect(pageStatus(other, null).tone).toBe('none'));
  it('a surface is read as words', () => expect([surfaceInWords('github-pull-request'), surfaceInWords(null)]).toEqual(['Pull request', 'Page']));
});
