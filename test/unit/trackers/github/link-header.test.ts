import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { linkTarget } from '../../../../lib/trackers/github/link-header.ts';

describe('the Link header', () => {
  it.each([
    ['<https://api.github.com/repositories/1/issues?page=2>; rel="next", <https://api.github.com/repositories/1/issues?page=9>; rel="last"', 'https://api.github.com/repositories/1/issues?page=2'],
    ['<https://x/?page=1>; rel="prev", <https://x/?page=3>; rel="next"', 'https://x/?page=3'],
    ['<https://x/?after=a,b;c&q="rel=next">; rel="next"', 'https://x/?after=a,b;c&q="rel=next"'],
    ['<https://x/>;rel=next', 'https://x/'],
    ['<https://x/>; title="a, <b>; rel=\\"prev\\""; REL="start NEXT"', 'https://x/'],
    [' , <https://x/> ; rel = "next" ,', null],
    ['<https://x/1>; rel="prev"; rel="next"', null],
    ['<https://x/1>; rel="nextish"', null],
    ['<https://x/1>; rel="last"', null],
    ['nonsense', null],
    ['', null],
    [null, null],
  ])('%s', (header, next) => expect(linkTarget(header, 'next')).toBe(next));

  it('never throws and never hangs', () => {
    fc.assert(fc.property(fc.string({ unit: fc.constantFrom(...'<>;,="\\ relnxt'), maxLength: 200 }), (header) => {
      expect(header.includes(linkTarget(header, 'next') ?? '')).toBe(true);
    }));
  });
});
