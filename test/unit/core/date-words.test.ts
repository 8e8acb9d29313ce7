import { expect, it } from 'vitest';
import { dateInWords } from '../../../lib/core/date-words.ts';
import type { PlainDate } from '../../../lib/core/time.ts';

it.each([['2027-01-05', '5 Jan 2027'], ['2026-11-26', '26 Nov 2026'], ['2028-02-29', '29 Feb 2028'], ['0999-12-31', '31 Dec 999'], ['soon', 'soon'], ['', '']])('%s is %s, whatever the browser speaks', (date, words) => expect(dateInWords(date as PlainDate)).toBe(words));
