import { expect, test, type Page } from '@playwright/test';
import type { IssueKey, ProjectKey, SprintKey } from '../../../lib/core/issue.ts';
import { startTracker } from '../../tracker/server.ts';
import { demoWorld } from '../../tracker/world.ts';
import { launch, type Waymark } from '../waymark.ts';

const CLOUD = 'acme.atlassian.net';
const world = demoWorld({ issues: 40 });
const shop = world.repositories.find(({ name }) => name === 'shop')!;
const milestone = shop.milestones.get(2)!;
const field = [...world.jira.sites.find(({ host }) => host === CLOUD)!.sprints.values()].find(({ name }) => name === 'Shop Sprint 24')!;

/** Where a team's goal can be changed by other hands than Waymark's, as GitHub's and Jira's own pages do. */
const PLACES = [
  {
    name: 'a GitHub milestone', project: 'github.com/acme/shop' as ProjectKey, sprint: 'github.com/acme/shop/milestone/2' as SprintKey,
    stands: () => milestone.description ?? '',
    byHand: (text: string) => {
      milestone.description = `Sprint Goal: ${text}`;
      milestone.updatedAt = `${new Date().toISOString().slice(0, 19)}Z`;
      shop.revision += 1;
    },
  },
  {
    name: 'a Jira sprint', project: `${CLOUD}/SHOP` as ProjectKey, sprint: `${CLOUD}/SHOP/sprint/${field.id}` as SprintKey,
    stands: () => field.goal ?? '',
    byHand: (text: string) => void (field.goal = text),
  },
] as const;

// One world, and a line of its own to it for each of two browsers, so that one of them can be cut off.
let ada: Waymark;
let bob: Waymark;
test.beforeAll(async () => {
  [ada, bob] = [await launch({ tracker: await startTracker({ world }) }), await launch({ tracker: await startTracker({ world }) })];
  for (const waymark of [ada, bob]) {
    await waymark.ask('connect', { host: 'github.com', token: 'ghp_demo_writer' });
    await (await waymark.open(`https://${CLOUD}/__sign-in?as=maya`)).close();
    for (const { project } of PLACES) await waymark.ask('describe', { keys: [`${project}${project.startsWith(CLOUD) ? '-' : '#'}1` as IssueKey], project });
  }
});
test.afterAll(async () => {
  for (const { tracker, close } of [ada, bob]) {
    await close();
    await tracker.close();
  }
});

for (const { name, project, sprint, stands, byHand } of PLACES) {
  const goalsOf = async (waymark: Waymark) => (await waymark.ask('sprintView', { project, sprint, last: false }))?.goals;
  const first = async (waymark: Waymark) => (await goalsOf(waymark))?.goals[0];
  const wordings = async (waymark: Waymark) => (await goalsOf(waymark))?.wordings.map(({ text, here, standing }) => `${here ? 'here' : 'seen'}, ${standing}: ${text}`);
  const look = (waymark: Waymark) => waymark.ask('refresh', { project });
  const openSprint = (waymark: Waymark): Promise<Page> => waymark.openOwn(`workspace.html#/sprints/${sprint}`);
  async function write(page: Page, goal: string): Promise<void> {
    await page.getByRole('button', { name: 'Edit the Sprint Goal' }).click();
    const form = page.getByRole('form', { name: 'Goals of the sprint' });
    await form.getByRole('textbox', { name: 'Sprint Goal' }).fill(goal);
    await form.getByRole('button', { name: 'Save' }).click();
    await expect(page.locator('.sprint-goal-text').first()).toHaveText(goal);
  }

  test(`the goal of ${name}, written in two browsers, one of them offline, and then by hand: nothing is written over, and both histories tell all of it`, async () => {
    test.slow();
    for (const waymark of [ada, bob]) await expect.poll(() => first(waymark), { timeout: 60_000 }).toContain('Returning customers can pay');
    const before = (await first(ada)) ?? '';
    const [hers, his] = [await openSprint(ada), await openSprint(bob)];

    bob.tracker.unplug();
    await write(his, 'Bob’s goal');
    await expect(his.getByText('Waiting to be written into')).toBeVisible();
    await write(hers, 'Ada’s goal');
    await expect.poll(stands, { timeout: 30_000 }).toContain('Ada’s goal');
    bob.tracker.mend();
    await look(bob);
    const conflict = his.getByRole('group', { name: /Somebody changed the goal while yours was on its way/ });
    await expect(conflict).toContainText('Bob’s goal', { timeout: 90_000 });
    await expect(conflict).toContainText('Ada’s goal');
    await expect(his.getByRole('button', { name: 'Use mine' }), 'it is asked once').toHaveCount(1);
    expect(stands()).toContain('Ada’s goal');
    expect(stands()).not.toContain('Bob’s');
    await conflict.getByRole('button', { name: 'Use mine' }).click();
    await expect.poll(stands, { timeout: 30_000 }).toContain('Bob’s goal');
    await expect(conflict).toHaveCount(0);
    await look(ada);
    await expect(hers.locator('.sprint-goal-text').first()).toHaveText('Bob’s goal', { timeout: 30_000 });

    ada.tracker.unplug();
    await write(hers, 'Ada’s second goal');
    byHand('Written by hand');
    ada.tracker.mend();
    await look(ada);
    const another = hers.getByRole('group', { name: /Somebody changed the goal while yours was on its way/ });
    await expect(another).toContainText('Written by hand', { timeout: 90_000 });
    await another.getByRole('button', { name: 'Keep theirs' }).click();
    await expect(another).toHaveCount(0);
    expect(stands()).toContain('Written by hand');
    await look(bob);
    await expect(his.locator('.sprint-goal-text').first()).toHaveText('Written by hand', { timeout: 30_000 });

    await expect.poll(() => wordings(ada)).toEqual([`seen, stood: ${before}`, 'here, stood: Ada’s goal', 'seen, stood: Bob’s goal', 'here, refused: Ada’s second goal', 'seen, stood: Written by hand']);
    await expect.poll(() => wordings(bob)).toEqual([`seen, stood: ${before}`, 'here, refused: Bob’s goal', 'seen, stood: Ada’s goal', 'here, stood: Bob’s goal', 'seen, stood: Written by hand']);
    for (const page of [hers, his]) await page.close();
  });
}
