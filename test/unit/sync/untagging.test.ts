import { afterEach, expect, test } from 'vitest';
import { openCard } from '../../../lib/app/open-card.ts';
import { tagIssues } from '../../../lib/app/tag-issues.ts';
import { undoTagging } from '../../../lib/app/undo.ts';
import type { IssueKey } from '../../../lib/core/issue.ts';
import { setLabels, setProperty } from '../../tracker/jira/edit/issue.ts';
import type { JiraIssue } from '../../tracker/jira/model/issue.ts';
import { both, type Both, JIRA } from './both-trackers.ts';
import { MINUTE } from './household.ts';

let home: Both;
afterEach(() => home.demo.close());

/** A ticket of the demo's Jira with labels and a property that name different items, as they stand when a teammate changes labels in Jira itself. */
async function tornTicket(labels: readonly string[], tag: string): Promise<{ readonly key: IssueKey; readonly ticket: JiraIssue }> {
  home = await both(12);
  const { jira } = home.demo.world;
  const site = jira.sites.find(({ host }) => host === 'acme.atlassian.net')!;
  const ticket = [...site.issues.values()].find(({ key, parent }) => key.startsWith('SHOP-') && parent === null)!;
  setProperty(ticket, 'waymark', { tag, inputs: { reach: { value: 40, by: 'maya', at: home.clock.now } } });
  setLabels({ world: jira, site, actor: 'jonas-k', at: home.clock.now }, ticket, ['bug', ...labels]);
  await home.live(home.clock.now + 10 * MINUTE);
  return { key: `${JIRA.split('/')[0]}/${ticket.key}` as IssueKey, ticket };
}

const shown = async (key: IssueKey) => (await openCard(home.ports, key))?.tag?.item ?? null;

test('removing a tag in Jira leaves none of ours, also where a label and the property named different items', async () => {
  const { key, ticket } = await tornTicket(['roadmap:trust', 'roadmap:zeal'], 'checkout');
  expect(await openCard(home.ports, key)).toMatchObject({ tag: { item: 'trust' }, alsoTagged: ['zeal', 'checkout'] });
  const { undo } = await tagIssues(home.ports, [key], null);
  expect(await shown(key)).toBeNull();
  await undoTagging(home.ports, undo, null);
  expect(await shown(key)).toBe('trust');
  expect(await home.store.outbox()).toEqual([]);

  await tagIssues(home.ports, [key], null);
  await home.live(home.clock.now + 10 * MINUTE);
  expect(ticket.labels).toEqual(['bug']);
  expect(ticket.properties?.['waymark']).toMatchObject({ tag: null, inputs: { reach: { value: 40 } } });
  expect(await shown(key)).toBeNull();
  expect(await home.store.outbox()).toEqual([]);
});

test('a teammate who takes the labels off first leaves the property to us, and it goes too', async () => {
  const { key, ticket } = await tornTicket(['roadmap:trust'], 'checkout');
  await tagIssues(home.ports, [key], null);
  const { jira } = home.demo.world;
  setLabels({ world: jira, site: jira.sites.find(({ host }) => host === 'acme.atlassian.net')!, actor: 'jonas-k', at: home.clock.now }, ticket, ['bug']);
  await home.live(home.clock.now + 10 * MINUTE);
  expect(ticket.properties?.['waymark']).toMatchObject({ tag: null });
  expect(await shown(key)).toBeNull();
  expect(await home.store.outbox()).toEqual([]);
});

test('another item replaces all of them', async () => {
  const { key, ticket } = await tornTicket(['roadmap:trust', 'roadmap:zeal'], 'checkout');
  await tagIssues(home.ports, [key], 'kiosk');
  await home.live(home.clock.now + 10 * MINUTE);
  expect(ticket.labels.toSorted()).toEqual(['bug', 'roadmap:kiosk']);
  expect(ticket.properties?.['waymark']).toMatchObject({ tag: 'kiosk' });
  expect(await openCard(home.ports, key)).toMatchObject({ tag: { item: 'kiosk' }, alsoTagged: [] });
});
