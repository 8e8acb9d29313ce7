import { describe, expect, it } from 'vitest';
import type { SharedFacts } from '../../../lib/core/issue.ts';
import { readGate } from '../../../lib/core/scoring/gate.ts';
import { readFacts } from '../../../lib/core/scoring/read-facts.ts';
import { tagOf } from '../../../lib/core/roadmap/tags.ts';
import { asWished, fulfil, isFulfilled, shareWith } from '../../../lib/core/shared-facts.ts';
import { buildFactContext, buildIssue } from './build.ts';

const by = (value: number, at = 1): SharedFacts['inputs'][string] => ({ value, by: 'maya', at });
const shared: SharedFacts = { tag: 'trust', inputs: { reach: by(40), effort: by(3) } };
const ticket = buildIssue({ tracker: 'jira', shared });

describe('wishes for what a team shares', () => {
  it('change what they name and leave all else', () => expect(fulfil(shared, [{ inputs: { reach: null, impact: by(2) } }, { inputs: {}, tag: null }])).toEqual({ tag: null, inputs: { effort: by(3), impact: by(2) } }));
  it('begin from nothing where nothing was shared', () => expect(fulfil(undefined, [{ inputs: { reach: by(1) } }])).toEqual({ tag: null, inputs: { reach: by(1) } }));
  it('are true by their values, whoever gave them when', () => {
    expect(isFulfilled(shared, { inputs: { reach: by(40, 99) } })).toBe(true);
    expect(isFulfilled(shared, { inputs: { reach: by(41) } })).toBe(false);
    expect(isFulfilled(shared, { inputs: { constructor: null } })).toBe(true);
    expect(isFulfilled(undefined, { inputs: { reach: null }, tag: null })).toBe(true);
    expect(isFulfilled(shared, { inputs: {}, tag: null })).toBe(false);
  });
  it('count on an issue at once', () => {
    expect(asWished(ticket, [{ inputs: { reach: by(7) } }]).shared?.inputs['reach']).toEqual(by(7));
    expect(asWished(ticket, [])).toBe(ticket);
  });
});

describe('what is written with an issue', () => {
  const labels = (label: string, present = true) => [{ label, present }];
  it('has the tag that its labels will give, and every value that stands', () => expect(shareWith(ticket, labels('roadmap:checkout'), [])).toEqual({ tag: 'checkout', inputs: shared.inputs }));
  it('has no tag once its last label goes', () => expect(shareWith({ ...ticket, labels: ['roadmap:trust'] }, labels('roadmap:trust', false), []).tag).toBeNull());
  it('keeps a tag that stands without a label, unless that is what is wished away', () => {
    expect(shareWith(ticket, [], [{ inputs: { reach: by(1) } }])).toMatchObject({ tag: 'trust', inputs: { reach: { value: 1 } } });
    expect(shareWith(ticket, [], [{ inputs: {}, tag: null }]).tag).toBeNull();
  });
});

describe('what the team shares in the issue', () => {
  it('tags it, after any label and any wish of the user', () => {
    expect(tagOf(ticket, null, [])).toMatchObject({ item: 'trust', via: 'shared', pending: false });
    expect(tagOf({ ...ticket, labels: ['roadmap:checkout'] }, null, [])).toMatchObject({ item: 'checkout', via: 'label' });
    expect(tagOf(ticket, { item: 'other' }, [])).toMatchObject({ item: 'other', via: 'local' });
    expect(tagOf(ticket, { item: null }, [])).toBeNull();
    expect(tagOf(ticket, null, [{ label: 'roadmap:new', present: true }])).toMatchObject({ item: 'new', pending: true });
    expect(tagOf(ticket, null, [{ label: 'roadmap:trust', present: false }])).toBeNull();
    expect(tagOf(buildIssue({ shared: { tag: 'No item’s id', inputs: {} } }), null, [])).toBeNull();
  });

  const context = { ...buildFactContext(), issue: ticket };
  it('gives inputs, with where they stand', () => expect(readFacts(context, [])['reach']).toMatchObject({ value: 40, source: { kind: 'derived', from: 'the team, in Jira (maya)' }, at: 1 }));
  it('is overruled by a newer value of the user’s own, and overrules an older one', () => {
    expect(readFacts(context, [{ input: 'reach', value: 9, by: 'you', at: 2 }])['reach']).toMatchObject({ value: 9, source: { kind: 'entered' } });
    expect(readFacts(context, [{ input: 'reach', value: 9, by: 'you', at: 1 }])['reach']).toMatchObject({ value: 9, source: { kind: 'entered' } });
    expect(readFacts(context, [{ input: 'reach', value: 9, by: 'you', at: 0 }])['reach']).toMatchObject({ value: 40 });
  });
  it('is no fact where it is off its scale or of no model', () => expect(readFacts({ ...context, issue: { ...ticket, shared: { tag: null, inputs: { reach: by(-5), nonsense: by(1) } } } }, [])['reach']).toBeUndefined());
  it('gates as well', () => expect(readGate({ ...ticket, shared: { tag: null, inputs: { moscow: by(3) } } }, [])).toMatchObject({ id: 'must', fact: { source: { from: 'the team, in Jira (maya)' } } }));
});
