import { describe, expect, it } from 'vitest';
import { importSierra } from '../../../lib/app/import-roadmap.ts';
import { house, NOW } from './house.ts';

const ROADMAP = 'title: Shop\ndescription: Far\nmilestones:\n  - title: Faster checkout\n  - title: Gift cards\n';

describe('importing a roadmap of SierraSoftworks', () => {
  it('changes nothing before it is applied, and nothing that is here already', async () => {
    const { ports, store } = await house();
    await store.amendRoadmap(() => [{ put: [{ id: 'gift-cards', title: 'Mine', outcome: '', horizon: 'now', createdAt: 1, updatedAt: 1 }], remove: [] }, undefined]);
    expect(await importSierra(ports, ROADMAP, false)).toEqual({ ok: true, summary: 'The file holds a roadmap with 1 new item; 1 item with the same id stays as here.' });
    expect(await store.roadmap()).toHaveLength(1);
    expect(await importSierra(ports, ROADMAP, true)).toMatchObject({ ok: true });
    expect(await store.roadmap()).toEqual([
      { id: 'faster-checkout', title: 'Faster checkout', outcome: '', horizon: 'next', createdAt: NOW, updatedAt: NOW },
      { id: 'gift-cards', title: 'Mine', outcome: '', horizon: 'now', createdAt: 1, updatedAt: 1 },
    ]);
    expect((await store.settings()).aim).toEqual({ vision: 'Far', productGoal: '' });
  });

  it('says where another file is wrong', async () => {
    const { ports } = await house();
    expect(await importSierra(ports, 'title: Shop\n', true)).toMatchObject({ ok: false, problem: { sentence: expect.stringContaining('line 1, column 1: The roadmap needs “milestones”') } });
  });
});
