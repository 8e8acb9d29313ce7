import type { Surface } from '../surface.ts';
import { LIST_ROWS } from '../github-rules.ts';

/** A person's own issues and pull requests, from many repositories. */
export default {
  id: 'github-dashboard',
  examples: {
    urls: ['https://github.com/issues', 'https://github.com/issues/assigned', 'https://github.com/pulls', 'https://github.com/pulls/review-requested', 'https://github.com/issues/views/7'],
    not: ['https://github.com/issues/created?issue=o%7Cr%7C6', 'https://github.com/notifications', 'https://github.com/'],
  },
  matches: (page) => page.kind === 'dashboard' || page.kind === 'pull-dashboard',
  rows: LIST_ROWS,
} satisfies Surface;
