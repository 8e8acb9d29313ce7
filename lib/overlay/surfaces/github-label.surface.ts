import type { Surface } from '../surface.ts';
import { LIST_ROWS } from '../github-rules.ts';

/** The issues that bear one label. */
export default {
  id: 'github-label',
  examples: {
    urls: ['https://github.com/o/r/labels/bug', 'https://github.com/o/r/labels/good%20first%20issue'],
    not: ['https://github.com/o/r/labels'],
  },
  matches: (page) => page.kind === 'label',
  rows: LIST_ROWS,
} satisfies Surface;
