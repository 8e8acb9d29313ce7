import type { Waymark } from '../e2e/waymark.ts';

/** What a team would have after a week: a token that may write, and a roadmap. */
export async function prepareDemo(waymark: Waymark): Promise<void> {
  const connected = await waymark.ask('connect', { host: 'github.com', token: 'github_pat_demo_writer' });
  if (!connected.ok) throw new Error(connected.problem.sentence);
  const items = [
    { id: 'faster-checkout', title: 'Faster checkout', outcome: 'Checkout completion from 61 % to 70 % by March', horizon: 'now' },
    { id: 'trusted-payments', title: 'Trusted payments', outcome: 'Failed payments from 4 % to 2 %', horizon: 'now' },
    { id: 'seller-onboarding', title: 'Seller onboarding', outcome: 'First sale within 3 days for half of the new sellers', horizon: 'next' },
    { id: 'search-that-finds', title: 'Search that finds', outcome: 'Searches without a click from 38 % to 25 %', horizon: 'later' },
  ] as const;
  for (const item of items) await waymark.ask('createRoadmapItem', item);
}
