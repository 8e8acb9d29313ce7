import { afterEach, beforeEach } from 'vitest';
import { type DemoTracker, startTracker } from '../../tracker/server.ts';
import { demoWorld } from '../../tracker/world.ts';

/** A small demo tracker for every test of a file, by a clock that begins at `start` and that a test moves. */
export function demoWithClock(start: string): { readonly tracker: DemoTracker; clock: Date } {
  const demo: { tracker: DemoTracker | null; clock: Date } = { tracker: null, clock: new Date(start) };
  beforeEach(async () => {
    demo.clock = new Date(start);
    demo.tracker = await startTracker({ world: demoWorld({ issues: 30, now: demo.clock }), now: () => demo.clock });
  });
  afterEach(() => demo.tracker?.close());
  return demo as { tracker: DemoTracker; clock: Date }; // there in every test
}
