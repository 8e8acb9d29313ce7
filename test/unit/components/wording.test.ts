import { describe, expect, it } from 'vitest';
import { timeLeft } from '../../../lib/core/sprint/time-left.ts';
import type { PlainDate } from '../../../lib/core/time.ts';
import { DEFAULT_CALENDAR, workCalendar } from '../../../lib/core/work-calendar.ts';
import { ordinal } from '../../../lib/core/ordinal.ts';
import { ageInWords, waitInWords } from '../../../components/ui/wording/age.ts';
import { bytesInWords } from '../../../components/ui/wording/bytes.ts';
import { confidenceInWords } from '../../../components/ui/wording/confidence.ts';
import { count } from '../../../components/ui/wording/count.ts';
import { dayInWords, daysLeftInWords } from '../../../components/ui/wording/days-left.ts';
import { httpsLink } from '../../../components/ui/wording/https-link.ts';
import { decimal, percent, plain, signed } from '../../../components/ui/wording/numbers.ts';
import { rankInWords } from '../../../components/ui/wording/rank.ts';
import { sourceInWords } from '../../../components/ui/wording/source.ts';

const date = (text: string) => text as PlainDate;

describe('places', () => {
  it.each([[1, '1st'], [2, '2nd'], [3, '3rd'], [4, '4th'], [11, '11th'], [12, '12th'], [13, '13th'], [21, '21st'], [112, '112th'], [1003, '1,003rd']])('%i is read %s', (place, words) => {
    expect(ordinal(place)).toBe(words);
  });
  it('a rank names its set', () => {
    expect(rankInWords({ place: 4, of: 61, alike: 1, within: 'acme/shop', complete: true })).toBe('4th of 61 in acme/shop');
  });
  it('a rank in a half-read backlog says so', () => {
    expect(rankInWords({ place: 1, of: 30, alike: 1, within: 'acme/shop', complete: false })).toBe('1st of the 30 read so far in acme/shop');
  });
});

describe('ages', () => {
  const now = Date.UTC(2026, 10, 22, 12);
  const ago = (milliseconds: number) => ageInWords(now - milliseconds, now);
  const hour = 3_600_000;
  it.each([[0, 'just now'], [-5000, 'just now'], [5 * 60_000, '5 min ago'], [3 * hour, '3 h ago'], [30 * hour, '1 day ago'], [47 * hour, '1 day ago'], [96 * hour, '4 days ago'], [60 * 24 * hour, '60 days ago'], [61 * 24 * hour, '2 months ago'], [220 * 24 * hour, '7 months ago'], [730 * 24 * hour, '23 months ago'], [731 * 24 * hour, '2 years ago'], [1100 * 24 * hour, '3 years ago']])(
    '%i ms ago reads %s',
    (milliseconds, words) => expect(ago(milliseconds)).toBe(words),
  );
  it('a wait is rounded up', () => {
    expect(waitInWords(now + 61_000, now)).toBe('in 2 min');
    expect(waitInWords(now - 1, now)).toBe('now');
    expect(waitInWords(now + 4200, now)).toBe('in 5 s');
    // GitHub's hour by a clock that is seconds behind.
    expect(waitInWords(now + hour + 7000, now)).toBe('in 61 min');
    expect(waitInWords(now + 2.5 * hour, now)).toBe('in 3 h');
  });
});

describe('days left', () => {
  it('a due date is a day without a zone', () => expect(dayInWords(date('2026-11-30'))).toBe('Mon 30 Nov'));
  it('what is no date is shown as it came', () => expect(dayInWords(date('soon'))).toBe('soon'));
  it.each([
    [6, '2026-11-30', '6 working days left', 'due Mon 30 Nov'],
    [1, '2026-11-23', '1 working day left', 'due Mon 23 Nov'],
    [0, '2026-11-22', 'Last day', 'due Sun 22 Nov'],
    [-2, '2026-11-19', '2 working days over', 'was due Thu 19 Nov'],
  ])('%i days, %s', (days, due, left, when) => expect(daysLeftInWords({ workingDaysLeft: days }, date(due))).toEqual({ left, due: when }));
  it.each([
    ['2026-11-20T12:00Z', '2026-11-22', 'No working day left after today', 'due Sun 22 Nov'],
    ['2026-11-21T12:00Z', '2026-11-22', 'No working day left after today', 'due Sun 22 Nov'],
    ['2026-11-22T12:00Z', '2026-11-22', 'Last day', 'due Sun 22 Nov'],
    ['2026-11-20T23:59Z', '2026-11-20', 'Last day', 'due Fri 20 Nov'],
    ['2026-11-21T00:00Z', '2026-11-20', 'Over', 'was due Fri 20 Nov'],
    ['2026-11-22T12:00Z', '2026-11-20', 'Over', 'was due Fri 20 Nov'],
    ['2026-11-23T12:00Z', '2026-11-20', '1 working day over', 'was due Fri 20 Nov'],
    ['2026-11-21T12:00Z', '2026-11-23', '1 working day left', 'due Mon 23 Nov'],
  ])('around a weekend, %s with the last day on %s: %s', (now, due, left, when) => {
    expect(daysLeftInWords(timeLeft(date(due), Date.parse(now), workCalendar(DEFAULT_CALENDAR)), date(due))).toEqual({ left, due: when });
  });
  it('a day far away has its year', () => {
    expect(daysLeftInWords({ workingDaysLeft: 260 }, date('2027-12-01')).due).toBe('due Wed 1 Dec 2027');
    expect(daysLeftInWords({ workingDaysLeft: -260 }, date('2025-12-01')).due).toBe('was due Mon 1 Dec 2025');
  });
  it('of a last day beyond any sprint is not counted: that day is said itself', () => {
    const on = (due: string) => daysLeftInWords(timeLeft(date(due), Date.parse('2026-11-24T12:00Z'), workCalendar(DEFAULT_CALENDAR)), date(due));
    expect([on('9999-12-31'), on('1970-01-01')]).toEqual([{ left: 'Until 31 Dec 9999', due: null }, { left: 'Over since 1 Jan 1970', due: null }]);
    expect([on('2027-11-25'), on('2027-11-26').left]).toEqual([{ left: '262 working days left', due: 'due Thu 25 Nov 2027' }, 'Until 26 Nov 2027']);
    expect([on('2025-11-23').left, on('2025-11-22').left]).toEqual(['262 working days over', 'Over since 22 Nov 2025']);
  });
  it('a sprint without a date says so', () => expect(daysLeftInWords({ workingDaysLeft: null }, null)).toEqual({ left: 'No due date', due: null }));
});

describe('numbers', () => {
  it('a share reads none or all only where it is', () => expect([0, 0.003, 0.62, 0.995, 1 - 1e-12, 1].map(percent)).toEqual(['0', 'under 1', '62', 'over 99', '100', '100'].map((text) => `${text}\xa0%`)));
  it('a contribution bears its sign', () => expect([signed(2.5, 1), signed(-3, 0), signed(0, 1), signed(-0.01, 1)]).toEqual(['+2.5', '−3', '0.0', '0.0']));
  it('digits follow the model', () => expect([decimal(82, 0), decimal(7.5, 2), plain(1 / 3), plain(2)]).toEqual(['82', '7.50', '0.33', '2']));
  it('one is not many', () => expect([count(1, 'issue'), count(0, 'issue'), count(2, 'entry', 'entries')]).toEqual(['1 issue', '0 issues', '2 entries']));
  it('sizes are short', () => expect([bytesInWords(12), bytesInWords(45_300), bytesInWords(3_400_000), bytesInWords(null)]).toEqual(['12 B', '45 kB', '3.4 MB', 'size unknown']));
  it('confidence has a word and a share', () => expect([0.95, 0.796, 0.794, 0.62, 0.2].map(confidenceInWords)).toEqual([{ word: 'high', share: '95\u00a0%' }, { word: 'high', share: '80\u00a0%' }, { word: 'fair', share: '79\u00a0%' }, { word: 'fair', share: '62\u00a0%' }, { word: 'low', share: '20\u00a0%' }]));
});

describe('sources and links', () => {
  it('a source can be gone and looked at', () => expect(sourceInWords({ kind: 'label', name: 'severity:critical' })).toBe('label severity:critical'));
  it.each(['javascript:alert(1)', 'http://github.com', 'data:text/html,x', 'https://user:secret@github.com/', 'nonsense', ''])('%s is never a link', (address) => expect(httpsLink(address)).toBeNull());
  it('https is a link', () => expect(httpsLink('https://github.com/acme/shop/issues/12')).toBe('https://github.com/acme/shop/issues/12'));
});
