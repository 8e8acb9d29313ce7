import { describe, expect, it } from 'vitest';
import { doneOf, leastTime, progressInWords, wayInWords, wishInWords } from '../../../components/bulk/bulk-words.ts';
import type { BulkIssueState, BulkView } from '../../../lib/messaging/messages.ts';

const item = { id: 'checkout', title: 'Faster checkout' };
const way = (host: string, issues: number, via: 'label' | 'local' = 'label') => ({ host, tracker: host === 'github.com' ? 'github' as const : 'jira' as const, via, because: 'Kept in this browser: no token.', issues });
const view = (state: BulkView['state'], counts: Partial<Record<BulkIssueState, number>>, total: number): BulkView => ({
  id: 'a', item, by: [], createdAt: 0, state, total, waits: [], listed: [], retryable: 0, anothers: [], undoable: true,
  counts: { waiting: 0, done: 0, local: 0, already: 0, 'left-alone': 0, stopped: 0, undone: 0, failed: 0, conflict: 0, overtaken: 0, ...counts },
});

describe('a bulk tagging in words', () => {
  it('says what is wished', () => {
    expect([wishInWords(500, item), wishInWords(1, null)]).toEqual(['Tag 500 issues to Faster checkout', 'Take the roadmap item off 1 issue']);
  });
  it('says of each way what is written where, or why it stays here', () => {
    expect(wayInWords(way('github.com', 2), item)).toBe('2 issues: the label roadmap:checkout on GitHub');
    expect(wayInWords(way('acme.atlassian.net', 1), null)).toBe('1 issue: the roadmap label comes off on acme.atlassian.net, and the hidden “waymark” data');
    expect(wayInWords(way('github.com', 3, 'local'), item)).toBe('3 issues: Kept in this browser: no token.');
  });
  it('takes as long as its slowest site, for sites are written side by side', () => {
    expect(leastTime([way('github.com', 240), way('acme.atlassian.net', 60)], 0)).toBe('about 4 minutes');
    expect(leastTime([way('github.com', 900, 'local')], 0)).toBe('under a minute');
  });
  it('counts on its way back only what had left', () => {
    expect(doneOf(view('running', { done: 132, already: 10, waiting: 358 }, 500))).toEqual({ label: 'Tagged', done: 142, of: 500 });
    expect(doneOf(view('undoing', { undone: 3, waiting: 1, stopped: 200, 'left-alone': 3 }, 207))).toEqual({ label: 'Taken back', done: 3, of: 4 });
  });
  it('says how far it is and what stands in its way', () => {
    expect(progressInWords(view('running', { done: 132, already: 10, waiting: 358 }, 500))).toBe('142 of 500 issues tagged to Faster checkout; 358 waiting');
    expect(progressInWords(view('ended', { done: 4, conflict: 1, failed: 2 }, 7))).toBe('4 of 7 issues tagged to Faster checkout; 1 changed by a teammate; 2 not written');
    expect(progressInWords(view('undone', { undone: 1, failed: 1 }, 2))).toBe('Taken back: 1 issue is as before; 1 not written');
  });
});
