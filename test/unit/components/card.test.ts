import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { explain } from '../../../components/card/explanation.ts';
import { shownContributions } from '../../../components/card/shown-contributions.ts';
import { idFromTitle, idProblem } from '../../../components/ui/wording/roadmap-item-id.ts';
import { namesOf, openFlags } from '../../../components/card/flag-order.ts';
import { whatWillBeWritten, whereValuesGo } from '../../../components/card/what-will-be-written.ts';
import { markResultInWords } from '../../../components/card/MarkResult.tsx';
import { stillStands } from '../../../components/card/own-tag.ts';
import { tagResultInWords } from '../../../components/card/TagResult.tsx';
import { optionWords } from '../../../components/card/TagOption.tsx';
import type { Tag } from '../../../lib/core/roadmap/roadmap-item.ts';
import type { PlainDate } from '../../../lib/core/time.ts';
import { card, unscored, untagged } from '../../../components/playground/card-fixtures.ts';
import { stageInWords } from '../../../components/ui/PendingWrites.tsx';
import { writesInWords } from '../../../components/ui/WritesSaid.tsx';
import { pendingWrite } from '../../../lib/app/pending-writes.ts';
import type { IssueKey } from '../../../lib/core/issue.ts';
import type { PendingWrite } from '../../../lib/messaging/messages.ts';
import { modelById, models } from '../../../lib/core/scoring/registry.ts';
import { scoreIssue } from '../../../lib/core/scoring/score-issue.ts';
import type { InputScale } from '../../../lib/core/scoring/score.ts';
import { failureOf } from '../../../lib/sync/failure.ts';
import type { OutboxRow } from '../../../lib/storage/rows.ts';
import { buildFacts } from '../core/build.ts';

/** The value at a share of the way from the lowest to the highest. */
function within(scale: InputScale, share: number): number {
  const [low, high] = scale.kind === 'number' ? [scale.min, scale.max ?? 5000] : [Math.min(...scale.choices.map(({ value }) => value)), Math.max(...scale.choices.map(({ value }) => value))];
  return low + share * (high - low);
}

describe('the explanation of a score', () => {
  it('has one row for each input, in the model’s order', () => {
    expect(explain(card).map((row) => row.input)).toEqual(card.inputs.map((input) => input.id));
  });
  it('shows every part’s contribution, so that the rows add up to the score', () => {
    const sum = explain(card).reduce((total, row) => total + (row.contribution ?? 0), 0);
    expect(sum).toBeCloseTo(card.score.state === 'scored' ? card.score.value : Number.NaN, 6);
  });
  it('shows contributions that add up to the score that is shown, each within a step of what it is', () => {
    fc.assert(fc.property(fc.constantFrom(...models), fc.array(fc.nat({ max: 1000 }), { minLength: 6, maxLength: 6 }), fc.nat({ max: 63 }), (model, shares, known) => {
      const facts = buildFacts(Object.fromEntries(model.inputs.flatMap(({ id, scale }, index) => (model.id === 'signals' && ((known >> index) & 1) === 0 ? [] : [[id, within(scale, (shares[index] ?? 0) / 1000)]]))));
      const score = scoreIssue(model, {}, facts, null);
      if (score.state === 'unscored') return;
      const shown = shownContributions(score, model.digits).map((text) => text.replace('−', '-').replaceAll(',', ''));
      const digits = score.text.split('.')[1]?.length ?? 0;
      expect([model.id, (Math.round(shown.reduce((sum, text) => sum + Number(text), 0) * 1e6) / 1e6).toFixed(digits)]).toEqual([model.id, score.text]);
      expect(shown.every((text, index) => Math.abs(Number(text) - (score.parts[index]?.contribution ?? 0)) <= 0.11)).toBe(true);
    }), { numRuns: 500 });
    const thirds = scoreIssue(modelById('ice-average'), {}, buildFacts({ 'ice-impact': 8, 'ice-confidence': 5, 'ice-ease': 2 }), null);
    expect(shownContributions(thirds, 1)).toEqual(['2.7', '1.7', '0.6']);
  });
  it('an unknown input is unknown, not zero', () => {
    expect(explain(card).find((row) => row.input === 'effort')).toMatchObject({ state: 'unknown', value: 'unknown', contribution: 4.2 });
  });
  it('an entered value can be told from a derived one', () => {
    expect(explain(untagged).find((row) => row.input === 'effort')?.state).toBe('entered');
  });
  it('an unscored issue shows what was entered and what the tracker says with its source, and asks for the rest, without contributions', () => {
    expect(explain(unscored).map((row) => [row.input, row.state, row.value, row.contribution])).toEqual([
      ['reach', 'entered', '2,000 customers/quarter', null],
      ['impact', 'unknown', 'unknown', null],
      ['rice-confidence', 'unknown', 'unknown', null],
      ['effort', 'known', 'effort: 2', null],
    ]);
  });
  it('the longest bar belongs to the largest contribution', () => {
    expect(explain(card).toSorted((a, b) => b.length - a.length)[0]).toMatchObject({ input: 'severity', length: 1 });
  });
});

describe('ids of roadmap items', () => {
  it.each([['Faster Checkout (EU)', 'faster-checkout-eu'], ['', ''], [' ', '']])('“%s” becomes “%s”', (title, id) => {
    expect(idFromTitle(title)).toBe(id);
  });
  it.each(['支払い', 'a'.repeat(60), '  Größe & Übergröße '])('that of %s can be used as it is', (title) => expect(idProblem(idFromTitle(title))).toBeNull());
  it.each(['', 'Upper', 'two--dashes', '-edge', 'a b', 'x'.repeat(43)])('“%s” is refused with a reason', (id) => expect(idProblem(id)).not.toBeNull());
  it('a plain id is taken', () => expect(idProblem('faster-checkout-2')).toBeNull());
});

describe('a roadmap item to choose', () => {
  const item = { id: 'pay', title: 'Pay faster', outcome: 'Half of all carts', horizon: null, createdAt: 1, updatedAt: 1 } as const;
  const window = { from: '2027-01-01' as PlainDate, to: '2027-03-31' as PlainDate };
  it.each([
    [{ ...item, horizon: 'next' }, { planned: 'Next', about: 'Half of all carts' }],
    [{ ...item, window }, { planned: 'Q1 2027', about: 'Half of all carts' }],
    [{ ...item, window, title: 'pay', outcome: '' }, { planned: 'Q1 2027', about: '' }],
    [item, { planned: null, about: 'Half of all carts' }],
    [{ ...item, title: 'pay', outcome: '' }, { planned: null, about: 'Known from a label' }],
  ] as const)('%o reads %o', (given, words) => expect(optionWords(given)).toEqual(words));
});

describe('what will be written', () => {
  const label = { shares: false, tagging: { via: 'label', because: '' }, target: '#12', tracker: 'GitHub' } as const;
  it.each([
    [null, 'faster-checkout', 'Adds the label roadmap:faster-checkout to #12 on GitHub'],
    ['old', 'new', 'Replaces the label roadmap:old with roadmap:new on #12 on GitHub'],
    ['old', null, 'Removes the label roadmap:old from #12 on GitHub'],
    ['old', 'old', '#12 already has the label roadmap:old'],
    ['old', undefined, 'Another item replaces the label roadmap:old on GitHub'],
    [null, undefined, 'Tagging adds a label roadmap:… to #12 on GitHub'],
  ])('from %s to %s: %s', (before, after, words) => expect(whatWillBeWritten({ ...label, before, after })).toBe(words));
  it('where the tracker keeps it in the issue too, says that as well, and only where something changes', () => {
    expect(whatWillBeWritten({ ...label, shares: true, before: null, after: 'a' })).toMatch(/^Adds the label roadmap:a .+, and updates the hidden “waymark” data$/);
    expect(whatWillBeWritten({ ...label, shares: true, before: 'a', after: 'a' })).not.toContain('hidden');
  });
  it('of several issues says that a tag which one of them has is replaced, or that a review comes first', () => {
    const several = { ...label, target: 'these 3 issues', before: null, after: 'a' } as const;
    expect(whatWillBeWritten({ ...several, several: 'at once' })).toBe('Adds the label roadmap:a to these 3 issues on GitHub, in place of any other roadmap item');
    expect(whatWillBeWritten({ ...several, several: 'reviewed' })).toBe('Adds the label roadmap:a to these 3 issues on GitHub, after a review');
    expect(whatWillBeWritten({ ...several, several: 'at once', after: undefined })).toBe('Tagging adds a label roadmap:… to these 3 issues on GitHub');
  });
  it('a tag that stands in the issue without a label is taken out of there', () => {
    expect(whatWillBeWritten({ ...label, shares: true, unlabelled: 'shared', before: 'a', after: null })).toBe('Takes a out of the hidden “waymark” data of #12 on GitHub');
    expect(whatWillBeWritten({ ...label, shares: true, unlabelled: 'shared', before: 'a', after: 'b' })).toMatch(/^Adds the label roadmap:b to #12/);
  });
  it('a tag that is kept in this browser has no label yet: to choose its item once more adds one, and what its removal takes away is here', () => {
    const here = { ...label, unlabelled: 'local', before: 'a' } as const;
    expect([undefined, 'a', 'b', null].map((after) => whatWillBeWritten({ ...here, after }))).toEqual([
      'Tagging adds a label roadmap:… to #12 on GitHub', 'Adds the label roadmap:a to #12 on GitHub', 'Adds the label roadmap:b to #12 on GitHub', 'Takes a off #12 in this browser',
    ]);
    expect(whatWillBeWritten({ ...here, after: 'a', others: ['c'] })).toBe('Adds the label roadmap:a to #12 on GitHub, takes off c too');
  });
  it('other tags of the issue go with the one that is removed or replaced, and that is said first', () => {
    expect(whatWillBeWritten({ ...label, shares: true, before: 'a', after: null, others: ['b', 'c'] })).toBe('Removes the label roadmap:a from #12 on GitHub, takes off b, c too, and updates the hidden “waymark” data');
    expect(whatWillBeWritten({ ...label, before: 'a', after: 'b', others: ['b', 'c'] })).toBe('Replaces the label roadmap:a with roadmap:b on #12 on GitHub, takes off c too');
    expect(whatWillBeWritten({ ...label, before: 'a', after: 'a', others: ['b'] })).not.toContain('takes off');
  });
  it('values go to the team only where the tracker keeps them, and it says so first', () => {
    expect([whereValuesGo(label), whereValuesGo({ ...label, shares: true })?.includes('shared with the team'), whereValuesGo({ ...label, shares: true, tagging: { via: 'local', because: '' } })]).toEqual([null, true, 'Values that you enter are kept in this browser.']);
  });
  it('without a token that may write, it says where the tag stays and why', () => {
    const because = 'Kept in this browser. Add a token for github.com that may write issues, and the team sees it as a label.';
    expect(whatWillBeWritten({ ...label, tagging: { via: 'local', because }, before: null, after: 'a' })).toBe(because);
    expect(whatWillBeWritten({ ...label, tagging: { via: 'local', because: 'No token.' }, before: null, after: 'a' })).toBe('Kept in this browser. No token.');
  });
});

describe('what the last tagging did', () => {
  const outcome = (item: string | null) => ({ tagged: 1, item: item === null ? null : { id: item, title: item }, via: 'label', because: '', undo: '', undoUntil: 0 }) as const;
  const tag = (item: string, via: Tag['via']): Tag => ({ key: card.key, item, via, pending: false });
  it.each([
    ['pay', tag('pay', 'label'), true], ['pay', tag('pay', 'local'), true], ['pay', tag('other', 'label'), false], ['pay', null, false], ['pay', tag('pay', 'rule'), false],
    [null, null, true], [null, tag('pay', 'parent'), true], [null, tag('pay', 'label'), false],
  ] as const)('to %s, with the tag %o: stands is %s', (item, now, stands) => expect(stillStands(outcome(item), now)).toBe(stands));
});

describe('what a change says of itself', () => {
  const tagged = { tagged: 1, item: { id: 'pay', title: 'Pay faster' }, via: 'label', because: '', undo: '', undoUntil: 0 } as const;
  const marked = { marked: 2, on: true, via: 'label', because: '', undo: '', undoUntil: 0 } as const;
  it('says that it is sent in a moment only while that is so', () => {
    expect((['soon', 'offline', 'since'] as const).map((when) => tagResultInWords(tagged, '#12', when))).toEqual(['Tagged #12 to Pay faster; the label is sent in a moment.', 'Tagged #12 to Pay faster; the label is sent once you are online again.', 'Tagged #12 to Pay faster.']);
    expect((['soon', 'offline', 'since'] as const).map((when) => markResultInWords(marked, null, when).replace('Marked 2 issues as serving the Sprint Goal', ''))).toEqual(['; the labels are sent in a moment.', '; the labels are sent once you are online again.', '.']);
    expect((['soon', 'offline'] as const).map((when) => tagResultInWords({ ...tagged, item: null }, '#12', when))).toEqual(['Took the roadmap item off #12; that is sent in a moment.', 'Took the roadmap item off #12; that is sent once you are online again.']);
    expect(tagResultInWords({ ...tagged, via: 'local', because: 'No token.' }, '#12', 'offline')).toBe('Tagged #12 to Pay faster. Kept in this browser. No token.');
  });
  it('is waiting, under way, without an answer, or waits for the network; a clock that was put back gives no day of undoing', () => {
    const row: OutboxRow = { id: 'label|github.com/acme/shop#12|roadmap:pay', host: 'github.com', write: { kind: 'label', key: 'github.com/acme/shop#12' as IssueKey, label: 'roadmap:pay', present: true }, state: 'queued', notBefore: 5000, createdAt: 0, attempts: 0, failure: null };
    const stage = (over: Partial<OutboxRow>, now: number, online = true): string => stageInWords(pendingWrite({ ...row, ...over }, now), now, online);
    expect([stage({}, 0), stage({ state: 'sending' }, 6000), stage({ state: 'sending', attempts: 2, notBefore: 246_000 }, 6000), stage({ state: 'sending', attempts: 2, notBefore: 246_000 }, 6000, false)])
      .toEqual(['waiting to be sent', 'sending …', 'no answer yet, tried again in 4 min', 'waiting until you are online again']);
    expect(stageInWords(pendingWrite({ ...row, attempts: 1, notBefore: 246_000 }, 6000, 'acme.atlassian.net'), 6000, true)).toBe('waiting until you are signed in to acme.atlassian.net again');
    expect([pendingWrite(row, 0).undoUntil, pendingWrite(row, 6000).undoUntil, pendingWrite(row, -86_400_000).undoUntil]).toEqual([5000, null, null]);
  });
});

describe('what has become of writes, for who listens', () => {
  const write = (over: Partial<PendingWrite> = {}): PendingWrite => ({ id: 'pay', summary: 'Adds the label roadmap:pay to #12', state: 'queued', undoUntil: 5000, failure: null, ...over });
  const sending = write({ state: 'sending', undoUntil: null });
  const failed = write({ state: 'failed', undoUntil: null, failure: 'The token may not write.' });
  it('is news once it is sent, or once it has failed', () => {
    expect([writesInWords([sending], [], 6000), writesInWords([write()], [], 6000)]).toEqual(Array.from({ length: 2 }, () => 'Sent: Adds the label roadmap:pay to #12.'));
    expect([writesInWords([sending], [failed], 6000), writesInWords([], [failed], 6000)]).toEqual(Array.from({ length: 2 }, () => 'Not written: Adds the label roadmap:pay to #12. The token may not write.'));
  });
  it('is news when it waits for a sign-in, once', () => {
    const held = write({ undoUntil: null, signInTo: 'acme.atlassian.net' });
    expect([writesInWords([sending], [held], 6000), writesInWords([], [held], 6000), writesInWords([held], [held], 9000), writesInWords([held], [sending], 9000)])
      .toEqual([...Array.from({ length: 2 }, () => 'Not sent yet: you are signed out of acme.atlassian.net.'), null, '']);
  });
  it('is told without the address that is in it: that is a link for whoever sees it', () => {
    const authorise = failureOf({ kind: 'forbidden', reason: '', missing: null, authoriseAt: 'https://github.com/orgs/acme/sso?authorization_request=AZSC' }, 'github.com');
    expect(writesInWords([], [{ ...failed, failure: authorise }], 6000)).toBe('Not written: Adds the label roadmap:pay to #12. The organisation wants the token authorised first. Then retry.');
  });
  it('is none while nothing changes, and is silent about what a person has done', () => {
    expect([writesInWords([], [], 0), writesInWords([write()], [write({ undoUntil: null })], 6000), writesInWords([failed], [failed], 6000)]).toEqual([null, null, null]);
    expect([writesInWords([], [write()], 0), writesInWords([write()], [], 4000), writesInWords([failed], [], 6000), writesInWords([failed], [sending], 6000)]).toEqual(['', '', '', '']);
  });
});

describe('the flags at a glance', () => {
  const [one] = card.flags;
  const named = (...labels: string[]) => labels.map((label) => ({ ...one!, label }));
  it('are named worst first, without those that a person has accepted', () => expect(namesOf(openFlags(card.flags))).toBe('Overdue · Blocked'));
  it('of more than two the worst two are named', () => expect(namesOf(named('Overdue', 'Blocked', 'Reopened', 'Unowned'))).toBe('Overdue · Blocked · 2 more'));
});
