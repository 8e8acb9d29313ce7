import { resolve } from 'node:path';
import { expect, test, type Locator, type Page } from '@playwright/test';
import type { IssueKey } from '../../../lib/core/issue.ts';
import { seriousFindings } from '../axe.ts';
import { meanwhile } from '../meanwhile.ts';
import { badges, launch, type Waymark } from '../waymark.ts';

const CLOUD = 'acme.atlassian.net';
const OTHER = 'other.atlassian.net';
const BOARD = `https://${CLOUD}/jira/software/c/projects/SHOP/boards/1`;
const CARDS = '[id^="card-"]';
const BACKLOG_ROWS = '[data-testid^="software-backlog.card-list.card.content-container."]';
const TABLE_ROWS = 'tr[data-vc="issue-row"]';
const HEADER = 'waymark-badge[place="header"]';
const MODAL = '[data-testid="issue.views.issue-details.issue-modal.modal-dialog"]';

test.describe.configure({ mode: 'serial' });

let waymark: Waymark;
let page: Page;
test.beforeAll(async () => {
  waymark = await launch({ extension: resolve('.output/chrome-mv3-e2e') });
  // The whole set-up: whoever works in Jira is signed in there.
  page = await waymark.open(`https://${CLOUD}/__sign-in?as=maya`);
});
test.afterAll(() => waymark?.close());

const site = (host = CLOUD) => waymark.tracker.world.jira.sites.find((one) => one.host === host)!;
function issue(key: string, host = CLOUD) {
  const found = site(host).issues.get(site(host).keys.get(key) ?? '');
  if (!found) throw new Error(`${host} has no ${key}`);
  return found;
}
const puts = (host = CLOUD) => waymark.tracker.requests.filter((request) => request.host === host && request.method === 'PUT' && request.path.includes('/rest/api/'));
const card = (): Locator => page.locator('waymark-card').getByRole('dialog');

/** What of these rows in view has no badge, another issue's, or two. */
function faults(selector: string): Promise<string[]> {
  return page.evaluate((rows) => [...document.querySelectorAll(rows)].flatMap((row) => {
    const { top, bottom, height } = row.getBoundingClientRect();
    if (height === 0 || bottom < 0 || top > innerHeight) return [];
    const key = /\/browse\/([A-Z]+-\d+)/.exec(row.querySelector('a[href*="/browse/"]')?.getAttribute('href') ?? '')?.[1] ?? '';
    const shown = [...row.querySelectorAll('waymark-badge')].map((badge) => badge.getAttribute('issue'));
    return shown.join() === `${location.host}/${key}` ? [] : [`${key}: ${shown.join() || 'none'}`];
  }), selector);
}

async function expectEachRow(selector: string): Promise<void> {
  await expect(page.locator(selector).first()).toBeVisible();
  await expect.poll(() => faults(selector)).toEqual([]);
}

/** From the card that is open. */
async function tag(words: string, option: RegExp): Promise<void> {
  await card().getByRole('combobox', { name: /roadmap item/i }).fill(words);
  await expect(card().getByRole('option', { name: option })).toBeVisible();
  await page.keyboard.press('Enter');
}

const untagged = (host = CLOUD, but: readonly string[] = []) => [...site(host).issues.values()].find(({ key, project, status, labels, type }) => project === 'SHOP' && !but.includes(key) && status !== '10003' && type !== '10000' && !labels.some((label) => label.startsWith('roadmap:')))!;

test('every card of the board has its badge, and each way through the project keeps them', async () => {
  await page.goto(BOARD);
  await expectEachRow(CARDS);
  await page.evaluate(() => { document.documentElement.dataset['same'] = ''; });
  await page.getByRole('link', { name: 'Backlog', exact: true }).click();
  await expectEachRow(BACKLOG_ROWS);
  await page.getByTestId('software-backlog.backlog-content.scrollable').evaluate((scroller) => scroller.scrollBy(0, 1500));
  await expectEachRow(BACKLOG_ROWS);
  await page.getByRole('link', { name: 'List', exact: true }).click();
  await expectEachRow(TABLE_ROWS);
  await page.evaluate(() => window.jiraDemo.recycle());
  await expectEachRow(TABLE_ROWS);
  await page.evaluate(() => window.jiraDemo.rerender());
  await expectEachRow(TABLE_ROWS);
  // A list opens what is clicked beside itself.
  await page.locator(`${TABLE_ROWS} a[href^="/browse/"]`).first().click();
  await expect(page.locator(HEADER)).toHaveAttribute('issue', `${CLOUD}/${new URL(page.url()).searchParams.get('selectedIssue') ?? 'no issue'}`);
  await expect(page.locator('html[data-same]')).toHaveCount(1);
});

test('the navigator, and an issue opened from it', async () => {
  await page.goto(`https://${CLOUD}/issues/?jql=${encodeURIComponent('project = SHOP ORDER BY created ASC')}`);
  await expectEachRow(TABLE_ROWS);
  await page.locator(`${TABLE_ROWS} a[href="/browse/SHOP-3"]`).first().click();
  await expect(page.locator(HEADER)).toHaveAttribute('issue', `${CLOUD}/SHOP-3`);
  await expect(page.locator(HEADER)).toHaveCount(1);
});

test('a card with its badge is dragged as before, and a click on it opens the issue; a click on the badge opens ours', async () => {
  await page.goto(BOARD);
  await expectEachRow(CARDS);
  // It comes after the badges and moves the board: a drag that began before it would let go beside its card.
  await expect(page.locator('waymark-line')).toBeVisible();
  const column = (index: number) => page.getByTestId('platform-board-kit.ui.column.draggable-column').nth(index);
  const id = (await column(0).locator(CARDS).first().getAttribute('id')) ?? '';
  await page.locator(`#${id}`).dragTo(column(2), { targetPosition: { x: 100, y: 150 } });
  await expect(column(2).locator(`#${id} waymark-badge`)).toHaveCount(1);
  expect(issue(id.replace('card-', '')).status).toBe(site().boards.get(1)?.columns[2]?.statuses[0]);
  await expectEachRow(CARDS);

  await page.locator(`#${id} waymark-badge button`).click();
  await expect(card()).toBeVisible();
  await expect(page.locator(MODAL)).toHaveCount(0);
  await page.keyboard.press('Escape');
  await expect(card()).toBeHidden();
  await page.locator(`#${id}`).click({ position: { x: 20, y: 10 } });
  await expect(page.locator(MODAL)).toBeVisible();
});

test('over Jira’s modal the card can be typed into and has the page’s dark theme, its keys are no shortcuts, and Escape closes it alone', async () => {
  await page.emulateMedia({ colorScheme: 'dark' });
  await page.goto(`${BOARD}?selectedIssue=SHOP-12`);
  const badge = page.locator(`${MODAL} ${HEADER}`);
  await expect(badge).toHaveAttribute('issue', `${CLOUD}/SHOP-12`);
  await badge.locator('button').click();
  const picker = card().getByRole('combobox', { name: /roadmap item/i });
  await picker.click();
  await page.keyboard.type('c/jkm[', { delay: 30 });
  await expect(picker).toHaveValue('c/jkm[');
  await expect(page.locator('html[data-last-hotkey]')).toHaveCount(0);
  expect(await seriousFindings(page, 'waymark')).toEqual([]);
  expect(await card().evaluate((dialog) => getComputedStyle(dialog).colorScheme)).toBe('dark');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Escape');
  await expect(card()).toBeHidden();
  await expect(page.locator(MODAL)).toBeVisible();
  expect(await page.evaluate(() => document.activeElement?.localName)).toBe('waymark-badge');
});

test('a tag made in the card stands in Jira as a label and a property, by one request of the worker', async () => {
  await waymark.ask('createRoadmapItem', { id: 'seller-onboarding', title: 'Seller onboarding', outcome: 'First sale within 3 days', horizon: 'next' });
  const { key } = untagged();
  await page.goto(`https://${CLOUD}/browse/${key}`);
  await page.locator(`${HEADER} button`).first().click();
  await tag('seller', /Seller onboarding/);
  await expect(page.locator(HEADER)).toHaveAttribute('roadmap', 'seller-onboarding');
  await expect(page.locator(HEADER)).toHaveAttribute('state', 'pending');
  await expect.poll(() => issue(key).labels, { timeout: 30_000 }).toContain('roadmap:seller-onboarding');
  await expect(page.locator(HEADER)).not.toHaveAttribute('state', 'pending');
  expect(issue(key).properties['waymark']).toMatchObject({ tag: 'seller-onboarding' });
  expect(issue(key).changes.filter(({ items }) => items.some(({ field, toString }) => field === 'labels' && String(toString).includes('roadmap:seller-onboarding')))).toHaveLength(1);
  expect(puts().map(({ path, status, origin, userAgent }) => ({ path, status, origin, userAgent }))).toEqual([{ path: `/rest/api/3/issue/${key}`, status: 204, origin: null, userAgent: 'Waymark' }]);
});

test('where Jira takes that for forged, the tag is written from the open page, and the next one at once', async () => {
  Object.assign(waymark.tracker.world.jira.behaviours, { xsrf: 'strict' });
  const before = puts().length;
  const first = untagged();
  const second = untagged(CLOUD, [first.key]);
  await page.goto(BOARD);
  for (const { key } of [first, second]) {
    const { via } = await waymark.ask('tag', { keys: [`${CLOUD}/${key}` as IssueKey], item: 'seller-onboarding' });
    expect(via).toBe('label');
    await page.bringToFront();
    await expect.poll(() => issue(key).labels, { timeout: 30_000 }).toContain('roadmap:seller-onboarding');
    expect(issue(key).properties['waymark']).toMatchObject({ tag: 'seller-onboarding' });
  }
  expect(puts().slice(before).map(({ path, status, origin }) => `${path.split('/').at(-1)} ${status} ${origin}`)).toEqual([
    `${first.key} 403 null`, `${first.key} 204 https://${CLOUD}`, `${second.key} 204 https://${CLOUD}`,
  ]);
  Object.assign(waymark.tracker.world.jira.behaviours, { xsrf: true });
});

test('two sites with the same key have two issues; who may only read one of them keeps tags here, and is told so', async () => {
  await page.goto(`https://${OTHER}/__sign-in?as=retail-rita`);
  const { key } = untagged(OTHER);
  await page.goto(`https://${OTHER}/browse/${key}`);
  await expect(page.locator(HEADER)).toHaveAttribute('issue', `${OTHER}/${key}`);
  await expect.poll(async () => (await waymark.ask('options', null)).connections.find(({ host }) => host === OTHER)?.missing.length ?? 0).toBeGreaterThan(0);
  await page.bringToFront();
  await page.locator(`${HEADER} button`).first().click();
  await expect(card().getByText(/Kept in this browser: your account on other\.atlassian\.net lacks/).first()).toBeVisible();
  await tag('seller', /Seller onboarding/);
  await expect(page.locator(HEADER)).toHaveAttribute('roadmap', 'seller-onboarding');
  await expect(page.locator(HEADER)).not.toHaveAttribute('state', 'pending');
  const [here, there] = await Promise.all([CLOUD, OTHER].map((host) => waymark.ask('card', { key: `${host}/${key}` as IssueKey })));
  expect([here?.issue.title, there?.issue.title]).toEqual([issue(key).summary, issue(key, OTHER).summary]);
  expect(puts(OTHER)).toEqual([]);
});

test('one roadmap item holds an issue of GitHub and one of Jira', async () => {
  await waymark.ask('tag', { keys: ['github.com/acme/shop#12' as IssueKey], item: 'seller-onboarding' });
  await page.goto('https://github.com/acme/shop/issues/12');
  await expect(page.locator(HEADER)).toHaveAttribute('roadmap', 'seller-onboarding');
});

test('signed out, the badges go quietly; signed in again, they are back', async () => {
  await page.goto(BOARD);
  await expectEachRow(CARDS);
  await meanwhile(page, { jira: { signOut: 'maya' } });
  await waymark.ask('refresh', { project: `${CLOUD}/SHOP` as never });
  await page.bringToFront();
  await expect(badges(page)).toHaveCount(0);
  const popup = await waymark.openOwn('popup.html');
  await popup.getByRole('combobox', { name: 'Project' }).selectOption(`${CLOUD}/SHOP`);
  await expect(popup.getByRole('link', { name: `Sign in to ${CLOUD}` }).first()).toHaveAttribute('href', `https://${CLOUD}/login.jsp`);
  await popup.close();
  // Nobody signs in faster, and sooner nobody is asked again.
  await page.waitForTimeout(2000);
  waymark.tracker.world.jira.sessions.set('session-of-maya', 'maya');
  await page.goto(`https://${CLOUD}/__sign-in?as=maya&to=${encodeURIComponent(new URL(BOARD).pathname)}`);
  await expectEachRow(CARDS);
});

test('a tag that waits while somebody else signs in is not sent as them before they say so', async () => {
  const { key } = untagged();
  const before = puts().length;
  await waymark.ask('tag', { keys: [`${CLOUD}/${key}` as IssueKey], item: 'seller-onboarding' });
  await page.goto(`https://${CLOUD}/__sign-in?as=jonas-k&to=${encodeURIComponent(`/browse/${key}`)}`);
  await page.locator(`${HEADER} button`).first().click();
  const send = card().getByRole('button', { name: /^Send as Jonas/ });
  await expect(send).toBeVisible({ timeout: 30_000 });
  expect([puts().length, issue(key).labels.includes('roadmap:seller-onboarding')]).toEqual([before, false]);
  await send.click();
  await expect.poll(() => issue(key).changes.at(-1)?.author, { timeout: 30_000 }).toBe('jonas-k');
  expect(issue(key).labels).toContain('roadmap:seller-onboarding');
  await page.goto(`https://${CLOUD}/__sign-in?as=maya&to=${encodeURIComponent(new URL(BOARD).pathname)}`);
  await expectEachRow(CARDS);
});

test('a token reads instead of the session: a classic one the site itself, one with scopes the gateway; a revoked one is refused', async () => {
  const connect = (token: string) => waymark.ask('connect', { host: CLOUD, token: `maya@acme.example:${token}` });
  expect(await connect('ATATT-demo-revoked')).toMatchObject({ ok: false });
  for (const [token, host] of [['ATATT-demo-scoped', 'api.atlassian.com'], ['ATATT-demo-writer', CLOUD]] as const) {
    expect(await connect(token)).toMatchObject({ ok: true });
    // What was on its way before ends as it began.
    const isQuiet = async () => { const before = waymark.tracker.requests.length; await page.waitForTimeout(700); return waymark.tracker.requests.length === before; };
    await expect.poll(isQuiet, { timeout: 20_000 }).toBe(true);
    const from = waymark.tracker.requests.length;
    await waymark.ask('refresh', { project: `${CLOUD}/SHOP` as never });
    const searches = () => waymark.tracker.requests.slice(from).filter(({ path }) => path.includes('/search/jql'));
    await expect.poll(() => searches().length, { timeout: 20_000 }).toBeGreaterThan(0);
    expect(searches().every((search) => search.host === host && search.authorization === 'token' && search.status === 200)).toBe(true);
    await page.goto(BOARD);
    await expectEachRow(CARDS);
  }
  // A token is all that is told, never a cookie beside it; and a Data Center has tokens of its own.
  expect(await waymark.ask('connect', { host: 'jira.acme.example', context: '/jira', token: 'dc-pat-revoked' } as never)).toMatchObject({ ok: false });
  expect(await waymark.ask('connect', { host: 'jira.acme.example', context: '/jira', token: 'dc-pat-writer' } as never)).toMatchObject({ ok: true });
  await page.goto('https://jira.acme.example/jira/__sign-in?as=maya');
  await page.goto('https://jira.acme.example/jira/secure/RapidBoard.jspa?rapidView=1&projectKey=SHOP');
  await expectEachRow('.ghx-issue');
});
