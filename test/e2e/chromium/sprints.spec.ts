import { expect, test } from '@playwright/test';
import { startTracker } from '../../tracker/server.ts';
import { amissIn, meetTeams, planningWorld, SPRINTS, type Visitor, walkKanban, walkSprint } from '../sprint-walk.ts';
import { launch, type Waymark } from '../waymark.ts';

let waymark: Waymark;
let visitor: Visitor;
test.beforeAll(async () => {
  test.setTimeout(180_000);
  waymark = await launch({ tracker: await startTracker({ world: planningWorld() }) });
  visitor = {
    tracker: waymark.tracker, ask: waymark.ask,
    enter: async (path, ready) => {
      const page = await waymark.openOwn(path);
      await page.waitForSelector(ready, { state: 'attached' });
      return {
        text: async (selector) => (await page.locator(selector).allTextContents()).join('\n'),
        attribute: async (selector, name) => (await page.locator(selector).first().getAttribute(name)) ?? '',
        click: (selector) => page.locator(selector).first().click({ timeout: 20_000 }),
        unfold: (words) => page.locator('summary', { hasText: words }).click({ timeout: 20_000 }),
        choose: async (selector, value) => void (await page.selectOption(selector, value)),
        fill: (selector, words) => page.locator(selector).fill(words),
        close: () => page.close(),
      };
    },
  };
  await (await waymark.open('https://acme.atlassian.net/__sign-in?as=maya')).close();
  await meetTeams(visitor);
});
test.afterAll(async () => {
  await waymark.close();
  await waymark.tracker.close();
});

for (const sprint of SPRINTS) {
  test(`${sprint.name}: its goal and odds in the popup, an issue marked once, another goal written, and the ledger asks what became of the last one`, async () => {
    test.setTimeout(240_000);
    expect(amissIn(await walkSprint(visitor, sprint), sprint, waymark.tracker.world)).toEqual([]);
  });
}

test('a Kanban board has no sprint: the popup and the workspace say so, and show its flow', async () => {
  const seen = await walkKanban(visitor);
  for (const text of [seen.popup, seen.workspace]) expect(text).toContain('It is a Kanban board, so there is no Sprint Goal.');
});
