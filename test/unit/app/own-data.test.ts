import { describe, expect, it } from 'vitest';
import type { SprintKey } from '../../../lib/core/issue.ts';
import { exportOwnData, importOwnData } from '../../../lib/app/own-data.ts';
import { createRoadmapItem } from '../../../lib/app/create-roadmap-item.ts';
import { findRoadmapItems } from '../../../lib/app/roadmap-items.ts';
import { tagIssues } from '../../../lib/app/tag-issues.ts';
import { accountRow } from '../../../lib/trackers/github/rows.ts';
import { readMilestoneRow } from '../../../lib/trackers/github/sprint-mapping.ts';
import { bring, house, issue, key, PROJECT, wholeOf } from './house.ts';

async function filled() {
  const one = await house();
  await bring(one, issue(1));
  await createRoadmapItem(one.ports, { id: 'faster-checkout', title: 'Faster checkout', outcome: '', horizon: 'now' });
  await tagIssues(one.ports, [key(1)], 'faster-checkout');
  return one;
}

describe('export and import', () => {
  it('carries everything a person made into another browser, and never a token', async () => {
    const one = await filled();
    await one.signIn();
    const { json, name } = await exportOwnData(one.ports);
    expect(name).toBe('waymark-2026-11-18.json');
    expect(json).not.toContain('secret-token');
    const other = await house();
    expect(await importOwnData(other.ports, json, false)).toMatchObject({ ok: true, summary: expect.stringContaining('1 roadmap item, 1 local tag') as string });
    expect(await importOwnData(other.ports, json, false)).not.toMatchObject({ summary: expect.stringMatching(/\b0 /) as string });
    expect(await findRoadmapItems(other.ports, '')).toEqual([]);
    expect(await importOwnData(other.ports, json, true)).toMatchObject({ ok: true });
    expect(await other.store.exportOwn()).toEqual(await one.store.exportOwn());
  });

  it('carries goals as long as a person or a tracker has made them', async () => {
    const one = await filled();
    const sprint = 'github.com/acme/shop/milestone/1' as SprintKey;
    // Twenty goals of the length that one may have are 40,000 characters in one text.
    await one.store.amendGoal(sprint, 1, () => ({ local: 'Buyers pay in one step. '.repeat(1700), write: null }));
    const other = await house();
    expect(await importOwnData(other.ports, (await exportOwnData(one.ports)).json, true)).toMatchObject({ ok: true });
    expect(await other.store.exportOwn()).toEqual(await one.store.exportOwn());
  });

  it('carries whatever a hostile tracker has told of a sprint, its goal, its board and who wrote it', async () => {
    const one = await filled();
    const sprint = 'github.com/acme/shop/milestone/1' as SprintKey;
    const told = readMilestoneRow(PROJECT, { number: 1, title: `\u202E${'x'.repeat(2_000_000)}`, state: 'open', description: `Sprint Goal: ${'Buyers pay. '.repeat(300_000)}`, open_issues: 0, closed_issues: 0, created_at: '2026-11-01T00:00:00Z' });
    const account = accountRow.parse({ login: 'm'.repeat(1_000_000) });
    if (!told.ok) throw new Error(told.reason);
    await one.store.putJobs([{ ...wholeOf(PROJECT, 'github.com'), id: 'sprints', kind: 'sprints' }]);
    const job = (await one.store.jobs()).find(({ id }) => id === 'sprints')!;
    await one.store.commit({ job, sprints: [{ ...told.value, board: { id: 1, name: account.login } }] });
    await one.store.changeLedger(sprint, (ledger) => ({ ...ledger, outcomes: [{ result: 'met', note: '', at: 1, by: account.login }] }));
    await one.store.commit({ job, removeSprints: [sprint] });
    expect((await one.store.ledger(PROJECT))[0]?.kept).toMatchObject({ key: sprint });
    expect((await one.store.goalWordings(sprint)).map(({ text }) => text.startsWith('Buyers pay. Buyers'))).toEqual([true]);
    const other = await house();
    expect(await importOwnData(other.ports, (await exportOwnData(one.ports)).json, true)).toMatchObject({ ok: true });
    expect(await other.store.exportOwn()).toEqual(await one.store.exportOwn());
  });

  it('says before it is applied that the file’s entry stands over a newer one, and it does', async () => {
    const one = await filled();
    const { json } = await exportOwnData(one.ports);
    await tagIssues(one.ports, [key(1)], 'guest-accounts');
    expect(await importOwnData(one.ports, json, false)).toMatchObject({ summary: expect.stringContaining('the file’s entry stands, even if it is older') as string });
    await importOwnData(one.ports, json, true);
    expect((await one.store.material([key(1)])).localTags.get(key(1))?.item).toBe('faster-checkout');
  });

  it('refuses damaged files with a sentence that names the place, and changes nothing', async () => {
    const one = await filled();
    const { json } = await exportOwnData(one.ports);
    const before = await one.store.exportOwn();
    const damaged: [string, RegExp][] = [
      ['', /not JSON/], [json.slice(0, -20), /not JSON/], ['[]', /not a Waymark export/], ['{"format":"other","version":1,"data":{}}', /not a Waymark export/],
      [json.replace('"version": 1', '"version": 99'), /newer Waymark/], [json.replace('"version": 1', '"version": 0'), /not a Waymark export/], [json.replace('"version": 1', '"version": 0.5'), /not a Waymark export/],
      [`{"format":"waymark-export","version":1,"data":{"settings":${'{"a":'.repeat(100_000)}1${'}'.repeat(100_000)}}}`, /damaged at settings/], [json.replace('"settings"', '"settings":{},"__proto__":{"polluted":1},"settings2"'), /damaged at settings/],
      [json.replace('"horizon": "now"', '"horizon": "soon"'), /damaged at roadmap › 0 › horizon/],
      [json.replace(/"at": \d+/, '"at": "yesterday"'), /damaged at/],
      [json.replace('"idleDays": 5', '"idleDays": -5'), /damaged at settings › thresholds › idleDays/],
      [json.replace('"key": "github.com/acme/shop#1"', '"key": "github.com/../../user#1"'), /damaged at localTags › 0 › key/], [json.replace('"item": "faster-checkout"', '"item": "../labels"'), /damaged at localTags › 0 › item/],
      [json.replace('"title": "Faster checkout"', `"title": "${'x'.repeat(201)}"`), /damaged at roadmap › 0 › title/], [json.replace('"id": "faster-checkout"', '"id": "Faster checkout"'), /damaged at roadmap › 0 › id/], [json.replace('"model": "signals"', '"model": "astrology"'), /does not have: astrology/],
    ];
    for (const [text, sentence] of damaged) {
      const read = await importOwnData(one.ports, text, true);
      expect(read, text.slice(0, 60)).toMatchObject({ ok: false, problem: { sentence: expect.stringMatching(sentence) as string } });
    }
    expect(await one.store.exportOwn()).toEqual(before);
  });
});
