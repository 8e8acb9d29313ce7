import type { Surface } from '../surface.ts';
import { LIST_ROWS } from '../github-rules.ts';

/** What a search finds among the issues or the pull requests of all repositories; on older Enterprise Servers also of one. */
export default {
  id: 'github-search',
  examples: {
    urls: ['https://github.com/search?q=checkout&type=issues', 'https://github.com/search?q=repo%3Aacme%2Fshop+is%3Aopen&type=pullrequests&s=updated&p=2', 'https://github.com/search?type=Issues&q=x', 'https://github.com/o/r/search?q=diff&unscoped_q=diff&type=Issues'],
    not: ['https://github.com/search?q=checkout&type=code', 'https://github.com/search?q=type%3Dissues&type=repositories', 'https://github.com/search?q=checkout', 'https://github.com/search/advanced?type=issues', 'https://github.com/o/r/issues?q=search'],
  },
  matches: (page) => page.kind === 'search',
  inPassing: true,
  rows: LIST_ROWS,
} satisfies Surface;
