import type { Surface } from '../surface.ts';
import { LIST_ROWS } from '../github-rules.ts';

/** The pull requests of one repository: classic rows, and React where its preview is on. */
export default {
  id: 'github-pull-list',
  examples: {
    urls: ['https://github.com/o/r/pulls', 'https://github.com/o/r/pulls?q=is%3Apr+is%3Aclosed', 'https://github.com/o/r/pulls/octocat'],
    not: ['https://github.com/o/r/pull/5', 'https://github.com/o/r/pulse'],
  },
  matches: (page) => page.kind === 'pull-list',
  rows: LIST_ROWS,
} satisfies Surface;
