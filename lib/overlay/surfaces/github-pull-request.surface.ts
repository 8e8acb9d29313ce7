import type { Surface } from '../surface.ts';
import { HEADER } from '../github-rules.ts';
import { ownIssue } from '../page.ts';

/** The page of one pull request, on any of its tabs. */
export default {
  id: 'github-pull-request',
  examples: {
    urls: ['https://github.com/diffplug/gitcasso/pull/58', 'https://github.com/o/r/pull/1/files', 'https://github.com/o/r/pull/1/changes/a1..b2', 'https://github.com/o/r/pull/1/commits/cae2306'],
    not: ['https://github.com/o/r/pull/new/branch', 'https://github.com/codespaces/new/o/r/pull/58'],
  },
  matches: (page) => page.kind === 'pull-request',
  detail: { identity: ownIssue, ...HEADER },
} satisfies Surface;
