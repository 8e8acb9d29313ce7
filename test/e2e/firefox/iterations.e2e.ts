import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { IssueKey, ProjectKey } from '../../../lib/core/issue.ts';
import { demoWorld } from '../../tracker/world.ts';
import { eventually, launch, type FirefoxWaymark } from './waymark.ts';

const SHOP = 'github.com/acme/shop' as ProjectKey;

let waymark: FirefoxWaymark;
beforeAll(async () => {
  waymark = await launch(demoWorld({ plans: true }));
});
afterAll(() => waymark?.close());

const textOf = (page: Page, selector: string): Promise<string> => page.evaluate((css) => document.querySelector(css)?.textContent ?? '', selector);

it('the popup shows the iteration of a GitHub Project as the current sprint, the other Project’s alongside, and nothing is written', async () => {
  await waymark.ask('connect', { host: 'github.com', token: 'ghp_demo_writer' });
  await waymark.ask('describe', { keys: [`${SHOP}#1` as IssueKey], project: SHOP });
  const read = () => waymark.ask('popup', { project: SHOP, url: 'https://github.com/orgs/acme/projects/1' });
  expect(await eventually(async () => (await read()).sprint?.sprint.title, (title) => title === 'Iteration 10', 45_000)).toBe('Iteration 10');
  expect((await read()).alongside.map(({ sprint }) => sprint.title)).toEqual(['Week 47']);
  expect(await eventually(async () => (await read()).sprint?.issues.total ?? 0, (total) => total > 10, 45_000)).toBeGreaterThan(10);
  const popup = await waymark.openOwn('popup.html', '.popup-foot');
  // Which Project is in view is not known here: of those that run, the one that ends first is shown.
  expect(await textOf(popup, '.sprint-title')).toBe('Week 47');
  expect(await textOf(popup, '.sprint-origin')).toMatch(/^Project Platform · began /);
  expect(await textOf(popup, '.sprint-days')).toMatch(/working days? left|Last day|working day over/);
  await popup.close();
  expect(waymark.tracker.world.planWrites).toBe(0);
});
