import type { Surface } from '../surface.ts';
import { LIST_ROWS } from '../github-rules.ts';

/** The issues of one milestone. Nobody has captured its markup: mostly the links lead us. */
export default {
  id: 'github-milestone',
  examples: {
    urls: ['https://github.com/o/r/milestone/3', 'https://github.com/o/r/milestone/3?closed=1'],
    not: ['https://github.com/o/r/milestones', 'https://github.com/o/r/milestones/3/edit', 'https://github.com/o/r/milestones/new'],
  },
  matches: (page) => page.kind === 'milestone',
  rows: LIST_ROWS,
} satisfies Surface;
