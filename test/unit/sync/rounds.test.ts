import { expect, test, vi } from 'vitest';
import { createRounds } from '../../../lib/sync/rounds.ts';

const NOW = 1_000_000;

/** Rounds over the real locks, whose ticks end when they are let. */
function worker(next: () => Promise<number | null>) {
  const ticks: { end(): void }[] = [];
  const [alarms, later] = [[] as number[], [] as { delay: number; work: () => void }[]];
  let ended = 0;
  const round = createRounds({
    house: Promise.resolve({
      now: () => NOW,
      sync: {
        tick: async (_deadline, beforeStep) => {
          beforeStep?.();
          await new Promise<void>((resolve) => { ticks.push({ end: resolve }); });
          return next();
        },
      },
    }),
    locks: navigator.locks, wakeAt: async (at) => void alarms.push(at), soon: (delay, work) => void later.push({ delay, work }), ended: () => void (ended += 1),
  });
  return { round, ticks, alarms, later, ended: () => ended };
}

const settled = () => new Promise((resolve) => { setTimeout(resolve, 20); });
/** The locks are asked in another thread, which a busy machine may keep waiting. */
const begun = (ticks: readonly unknown[], count: number) => vi.waitFor(() => expect(ticks).toHaveLength(count), { timeout: 20_000 });

test('only one round runs and only one waits, however often it is asked for; what waits begins when the first has come to its end', async () => {
  const { round, ticks } = worker(async () => null);
  const asked: Promise<void>[] = [];
  for (let times = 0; times < 5; times += 1) {
    asked.push(round());
    await settled();
  }
  await begun(ticks, 1);
  ticks[0]?.end();
  await begun(ticks, 2);
  ticks[1]?.end();
  await Promise.all(asked);
  expect(ticks).toHaveLength(2);
});

test('a round sets the alarm before each step, so that one which is cut off is not the last, and then for what comes next', async () => {
  const { round, ticks, alarms, later, ended } = worker(async () => NOW + 600_000);
  const asked = round();
  await begun(ticks, 1);
  expect([alarms, ended()]).toEqual([[NOW], 0]);
  ticks[0]?.end();
  await asked;
  expect([alarms, later, ended()]).toEqual([[NOW, NOW + 600_000], [], 1]);
});

test('a round that fails sets the next alarm and is not the last', async () => {
  const { round, ticks, alarms, ended } = worker(async () => { throw new Error('the disk is full'); });
  const asked = round();
  await begun(ticks, 1);
  ticks[0]?.end();
  await asked;
  expect([alarms.at(-1), ended()]).toEqual([NOW + 60_000, 1]);
});

test('what is due sooner than an alarm may come is begun in this life as well', async () => {
  const { round, ticks, alarms, later } = worker(async () => NOW + 5000);
  const asked = round();
  await begun(ticks, 1);
  ticks[0]?.end();
  await asked;
  expect([alarms.at(-1), later.map(({ delay }) => delay)]).toEqual([NOW + 5000, [5000]]);
  later[0]?.work();
  await begun(ticks, 2);
  ticks[1]?.end();
  await settled();
});
