import { afterAll, beforeAll, expect, it } from 'vitest';
import type { ProjectKey } from '../../../lib/core/issue.ts';
import { amissIn, meetTeams, planningWorld, SPRINTS, type Visitor, walkKanban, walkSprint } from '../sprint-walk.ts';
import { eventually, launch, type FirefoxWaymark } from './waymark.ts';

const SHOP = 'github.com/acme/shop' as ProjectKey;

let waymark: FirefoxWaymark;
let visitor: Visitor;
beforeAll(async () => {
  waymark = await launch(planningWorld());
  visitor = {
    tracker: waymark.tracker, ask: waymark.ask,
    enter: async (path, ready) => {
      const page = await waymark.openOwn(path, ready);
      const found = async (selector: string) => (await page.waitForSelector(selector, { timeout: 20_000 })) ?? expect.unreachable(selector);
      return {
        text: (selector) => page.evaluate((css) => [...document.querySelectorAll(css)].map((element) => element.textContent).join('\n'), selector),
        attribute: async (selector, name) => (await found(selector)).evaluate((element, attribute) => element.getAttribute(attribute) ?? '', name),
        click: async (selector) => (await found(selector)).click(),
        unfold: async (words) => (await found(`::-p-xpath(//summary[contains(., "${words}")])`)).click(),
        choose: async (selector, value) => void (await page.select(selector, value)),
        fill: async (selector, words) => {
          const field = await found(selector);
          await field.evaluate((element) => { if (element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement) element.select(); });
          await field.type(words);
        },
        close: () => page.close(),
      };
    },
  };
  await (await waymark.open('https://acme.atlassian.net/__sign-in?as=maya')).close();
  await meetTeams(visitor);
}, 240_000);
afterAll(() => waymark?.close());

it('the popup shows the iteration of a GitHub Project as the current sprint, the other Project’s alongside, and nothing is written', async () => {
  const read = () => waymark.ask('popup', { project: SHOP, board: 1 });
  expect(await eventually(async () => (await read()).sprint?.sprint.title, (title) => title === 'Iteration 10', 45_000)).toBe('Iteration 10');
  expect((await read()).alongside.map(({ sprint }) => sprint.title)).toEqual(['Week 47']);
  expect(await eventually(async () => (await read()).sprint?.issues.total ?? 0, (total) => total > 10, 45_000)).toBeGreaterThan(10);
  const popup = await visitor.enter('popup.html', '.popup-project');
  await popup.choose('.popup-project', SHOP);
  // Which Project is in view is not known here: of those that run, the one that ends first is shown.
  expect(await eventually(() => popup.text('.sprint-title'), (title) => title === 'Week 47')).toBe('Week 47');
  expect(await popup.text('.sprint-origin')).toMatch(/^Project Platform · began /);
  expect(await popup.text('.sprint-days')).toMatch(/working days? (?:left|over)|Last day|Over/);
  await popup.close();
  expect(waymark.tracker.world.planWrites).toBe(0);
});

for (const sprint of SPRINTS) {
  it(`${sprint.name}: its goal and odds in the popup, an issue marked once, another goal written, and the ledger asks what became of the last one`, async () => {
    expect(amissIn(await walkSprint(visitor, sprint), sprint, waymark.tracker.world)).toEqual([]);
  }, 300_000);
}

it('a Kanban board has no sprint: the popup and the workspace say so, and show its flow', async () => {
  const seen = await walkKanban(visitor);
  for (const text of [seen.popup, seen.workspace]) expect(text).toContain('It is a Kanban board, so there is no Sprint Goal.');
});
