import { expect, it } from 'vitest';
import { createToolbar } from '../../../lib/app/told-toolbar.ts';
import { house } from './house.ts';

/** A toolbar over the real store, and one over a store that fails. */
async function toolbar(show: () => Promise<void> = async () => undefined) {
  const { ports } = await house();
  const shown: string[] = [];
  let reads = 0;
  const projects = async () => {
    reads += 1;
    throw new Error('closed');
  };
  const failing = createToolbar(Promise.resolve({ ...ports, store: { ...ports.store, projects } }), show);
  const told = createToolbar(Promise.resolve(ports), async ({ title }) => {
    shown.push(title);
    await show();
  });
  return { told, failing, shown, reads: () => reads };
}

it('many changes at once show the state once for the first and once for all that came while it was worked out', async () => {
  const [begun, gate] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
  const { told, shown } = await toolbar(async () => {
    begun.resolve();
    await gate.promise;
  });
  const asked = [told.show()];
  await begun.promise;
  for (let times = 0; times < 20; times += 1) asked.push(told.show());
  expect(shown.length).toBe(1);
  gate.resolve();
  await Promise.all(asked);
  expect(shown.length).toBe(2);
  await told.show();
  expect(shown.length).toBe(3);
});

it('a browser or a database that fails ends neither this showing nor the next', async () => {
  const { failing, reads } = await toolbar();
  await failing.show();
  await failing.renew();
  await failing.show();
  expect(reads()).toBe(3);
  let fails = true;
  const { told, shown } = await toolbar(async () => {
    if (fails) throw new Error('no toolbar');
  });
  await told.show();
  fails = false;
  await told.show();
  expect(shown).toEqual(['Waymark: Sprint Goal', 'Waymark: Sprint Goal']);
  const nowhere = createToolbar(Promise.reject(new Error('closed')), async () => undefined);
  await Promise.all([nowhere.show(), nowhere.renew()]);
});
