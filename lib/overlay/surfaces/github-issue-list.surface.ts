import type { Surface } from '../surface.ts';
import { LIST_ROWS } from '../github-rules.ts';

/** The issues of one repository. */
export default {
  id: 'github-issue-list',
  examples: {
    urls: ['https://github.com/anthropics/claude-code/issues', 'https://github.com/o/r/issues?q=is%3Aopen&page=2', 'https://github.com/o/r/issues/octocat', 'https://github.com/o/r/issues/views/3'],
    not: ['https://github.com/o/r/issues/new', 'https://github.com/o/r/issues/templates/edit', 'https://github.com/o/r/issues/views', 'https://github.com/o/r/milestones', 'https://github.com/o/r/projects'],
  },
  matches: (page) => page.kind === 'issue-list',
  rows: LIST_ROWS,
} satisfies Surface;
