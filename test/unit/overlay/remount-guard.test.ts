import { describe, expect, test } from 'vitest';
import { createRemountGuard } from '../../../lib/overlay/remount-guard.ts';

/** A page that removes the badge at once, always. Returns the times at which the badge came back. */
function fight(milliseconds: number): number[] {
  const guard = createRemountGuard();
  const back: number[] = [];
  for (let now = 0; now < milliseconds; now += 10) if (guard.ask(now) === 0) back.push(now);
  return back;
}

describe('the remount guard', () => {
  test('gives a badge back at most three times in any second', () => {
    const back = fight(10_000);
    for (const start of back) expect(back.filter((at) => at >= start && at < start + 1000).length).toBeLessThanOrEqual(3);
  });

  test('gives a badge that was taken away twenty times back within eight seconds', () => {
    expect(fight(8000).length).toBeGreaterThan(20);
  });

  test('comes back ever more slowly to a page that never stops, but comes back', () => {
    const back = fight(600_000);
    expect(back.length).toBeLessThan(110);
    expect(back.at(-1)).toBeGreaterThan(540_000);
  });

  test('forgets a fight that is over', () => {
    const guard = createRemountGuard();
    for (let now = 0; now < 60_000; now += 10) guard.ask(now);
    expect(guard.ask(200_000)).toBe(0);
    expect(guard.ask(200_001)).toBe(0);
    expect(guard.ask(200_002)).toBe(0);
    expect(guard.ask(200_003)).toBe(997);
  });

  test('says how long to wait', () => {
    const guard = createRemountGuard();
    for (const now of [0, 100, 200]) expect(guard.ask(now)).toBe(0);
    expect(guard.ask(300)).toBe(700);
    expect(guard.ask(1000)).toBe(0);
  });
});
