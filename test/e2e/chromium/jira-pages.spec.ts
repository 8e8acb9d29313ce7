import { expect, test } from '@playwright/test';
import type { Page } from '@playwright/test';
import type { OverlayBrowser } from './overlay-browser.ts';
import { launchOverlay, TEST_BUILD } from './overlay-browser.ts';
import { badges, expectBadges, expectExactly, heightsOf, listenAsPage, removeTwentyTimes, SETTLED, wanted } from './overlay-expectations.ts';
import { backlog, board, boardCard, cloudPage, dataCenterCard, dataCenterIssue, dataCenterPage, issueView, modal, sidePanel, table } from './overlay-jira-layouts.ts';
import { renameAtomicClasses, stripTestIds } from './overlay-mutations.ts';
import { DATA_CENTER, hasCorpus, htmlOf, JIRA_BOARD, JIRA_ISSUE, JIRA_NAVIGATOR, JIRA_SAVED } from './overlay-pages.ts';

const CLOUD = 'https://acme.atlassian.net';
const BOARD_URL = `${CLOUD}/jira/software/c/projects/RDC/boards/1`;
const cloud = (...keys: string[]) => keys.map((key) => `acme.atlassian.net/${key}`);
const dataCenter = (...keys: string[]) => keys.map((key) => `${DATA_CENTER}/${key}`);

let browser: OverlayBrowser;
test.beforeAll(async () => {
  // In this build a Data Center's host is granted: nobody can click the browser's question without a display.
  browser = await launchOverlay({ build: TEST_BUILD });
});
test.afterAll(async () => browser?.close());
test.afterEach(async () => {
  for (const page of browser.context.pages().slice(1)) await page.close();
});

const openBoard = async (...keys: string[]): Promise<Page> => {
  const page = await browser.open(BOARD_URL, cloudPage(board(...keys)));
  await expectBadges(page, cloud(...keys));
  return page;
};

test.describe('saved pages', () => {
  test.skip(!hasCorpus, 'the saved pages of ../shared/corpus are not here: nothing to try the overlay on');

  for (const saved of JIRA_SAVED) {
    test(`${saved.file} has exactly its badges, each in its row or header`, async () => {
      await expectExactly(await browser.open(saved.url, htmlOf(saved)), saved);
    });

    test(`${saved.file} has the same badges without data-testid and with other class hashes`, async () => {
      const page = await browser.open(saved.url, renameAtomicClasses(stripTestIds(htmlOf(saved))));
      await expectExactly(page, saved);
    });

    test(`${saved.file} has the same badges when it is filled after a while`, async () => {
      const html = htmlOf(saved);
      const start = html.indexOf('>', html.indexOf('<body')) + 1;
      const page = await browser.open(saved.url, `${html.slice(0, start)}</body></html>`);
      await page.waitForTimeout(200);
      expect(await badges(page)).toEqual([]);
      await page.evaluate((body) => document.body.insertAdjacentHTML('afterbegin', body), html.slice(start));
      await expectExactly(page, saved);
    });
  }

  for (const saved of [JIRA_BOARD, JIRA_NAVIGATOR, JIRA_ISSUE]) {
    test(`a link of ${saved.file} that is given another issue is given its badge`, async () => {
      const page = await browser.open(saved.url, htmlOf(saved));
      await expectBadges(page, wanted(saved));
      await page.evaluate(() => {
        for (const link of document.querySelectorAll('a[href^="/browse/RDC-"]')) link.setAttribute('href', '/browse/RDC-77');
      });
      // A page's own issue is what its address says.
      if (saved.header === null) await expectBadges(page, ['example.atlassian.net/RDC-77']);
      await page.waitForTimeout(SETTLED);
      expect(await badges(page)).toEqual(saved.header === null ? ['example.atlassian.net/RDC-77'] : [saved.header]);
    });

    test(`badges that the page removes twenty times return, without a race (${saved.file})`, async () => {
      const page = await browser.open(saved.url, htmlOf(saved));
      await expectBadges(page, wanted(saved));
      expect(await removeTwentyTimes(page)).toBeLessThanOrEqual(3);
      await expectBadges(page, wanted(saved));
    });
  }
});

test('a board: cards that come, go, are filled late and recycled have each their badge', async () => {
  const page = await openBoard('RDC-1', 'RDC-2', 'RDC-3');
  await page.evaluate((card) => {
    const list = document.querySelector('ul');
    list?.firstElementChild?.remove();
    const shell = document.createElement('li');
    list?.append(shell);
    setTimeout(() => (shell.innerHTML = card), 200);
    document.querySelector('#card-RDC-2 a[href="/browse/RDC-2"]')?.setAttribute('href', '/browse/RDC-22');
  }, boardCard('RDC-4'));
  await expectBadges(page, cloud('RDC-22', 'RDC-3', 'RDC-4'));
  // React draws everything again.
  await page.evaluate(() => {
    const root = document.querySelector('[data-testid="software-board.board"]');
    for (const badge of root?.querySelectorAll('waymark-badge') ?? []) badge.remove();
    root?.replaceWith(root.cloneNode(true));
  });
  await expectBadges(page, cloud('RDC-22', 'RDC-3', 'RDC-4'));
  expect(await page.evaluate(() => [...document.querySelectorAll('waymark-badge')].every((badge) => badge.shadowRoot !== null))).toBe(true);
});

test('a card whose whole face is a button stays a button, the badge over it is one of its own, and neither moves the card', async () => {
  const page = await openBoard('RDC-1', 'RDC-2');
  const heights = await heightsOf(page, '[id^="card-"]');
  expect(heights.with).toEqual(heights.without);
  await expectBadges(page, cloud('RDC-1', 'RDC-2'));
  const opened = await page.evaluateHandle(() => {
    const all: string[] = [];
    for (const face of document.querySelectorAll('[data-testid="platform-card.ui.card.focus-container"]')) face.addEventListener('click', () => all.push(face.getAttribute('aria-label')?.split('.')[0] ?? ''));
    return all;
  });
  // Playwright clicks only what receives the click: the badge is over the face, which it would report.
  await page.locator('#card-RDC-1 waymark-badge').click();
  expect(await opened.jsonValue()).toEqual([]);
  await page.locator('#card-RDC-1 [data-testid="platform-card.ui.card.focus-container"]').click({ position: { x: 20, y: 10 } });
  expect(await opened.jsonValue()).toEqual(['RDC-1']);
});

test('cards are dragged as before, also by the place beside their badge; the badge itself is no handle', async () => {
  const page = await openBoard('RDC-1', 'RDC-2');
  const dragged = await page.evaluateHandle(() => {
    const all: string[] = [];
    document.addEventListener('dragstart', ({ target }) => all.push(target instanceof Element ? target.closest('[id^="card-"]')?.id ?? '' : ''));
    return all;
  });
  const drag = async (x: number, y: number) => {
    await page.mouse.move(x, y);
    await page.mouse.down();
    await page.mouse.move(x + 20, y + 60, { steps: 8 });
    await page.mouse.up();
  };
  const box = async (selector: string) => (await page.locator(selector).boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 };
  const badge = await box('#card-RDC-1 waymark-badge');
  await drag(badge.x + badge.width / 2, badge.y + badge.height / 2);
  expect(await dragged.jsonValue()).toEqual([]);
  const card = await box('#card-RDC-2 [draggable]');
  await page.evaluate(() => {
    // In Chromium a button would take the pointer for itself: Jira's lets it through to the card.
    for (const face of document.querySelectorAll<HTMLElement>('[data-testid="platform-card.ui.card.focus-container"]')) face.style.pointerEvents = 'none';
  });
  await drag(card.x + 120, card.y + 12);
  expect(await dragged.jsonValue()).toEqual(['card-RDC-2']);
});

test('what happens on a badge stays there: no shortcut or card of the page reacts', async () => {
  const page = await openBoard('RDC-1');
  const heard = await listenAsPage(page);
  const badge = page.locator('waymark-badge').first();
  await badge.click();
  await badge.locator('button').focus();
  await page.keyboard.press('c');
  await page.keyboard.press('.');
  await badge.dblclick();
  expect(await heard()).toEqual([]);
});

test('a modal: the board keeps its badges, the issue in front has its own, its children and links theirs, its prose none', async () => {
  const page = await browser.open(`${BOARD_URL}?selectedIssue=RDC-2`, cloudPage(board('RDC-1', 'RDC-2') + modal(issueView('RDC-2', ['RDC-21', 'RDC-22'], ['RDC-31']))));
  await expectExactly(page, { header: cloud('RDC-2')[0] ?? '', rows: cloud('RDC-1', 'RDC-2', 'RDC-21', 'RDC-22', 'RDC-31') });
  expect(await page.locator('[role="dialog"] waymark-badge[place="header"]').count()).toBe(1);
  await page.evaluate(() => {
    history.pushState(null, '', location.pathname);
    document.querySelector('[role="dialog"]')?.remove();
  });
  await expectBadges(page, cloud('RDC-1', 'RDC-2'));
});

test('a modal without test ids: its prose, comments and history stay bare', async () => {
  const history = '<table><tr><td><a href="/browse/RDC-911">RDC-911</a></td></tr></table>';
  const page = await browser.open(`${BOARD_URL}?selectedIssue=RDC-2`, cloudPage(stripTestIds(board('RDC-1', 'RDC-2') + modal(issueView('RDC-2', ['RDC-21']) + history))));
  await expectExactly(page, { header: cloud('RDC-2')[0] ?? '', rows: cloud('RDC-1', 'RDC-2', 'RDC-21') });
});

test('a side panel beside the backlog, with and without test ids', async () => {
  const html = cloudPage(backlog('RDC-1', 'RDC-2') + sidePanel(issueView('RDC-2')));
  const page = await browser.open(`${BOARD_URL}/backlog?selectedIssue=RDC-2`, html);
  await expectExactly(page, { header: cloud('RDC-2')[0] ?? '', rows: cloud('RDC-1', 'RDC-2') });
  const bare = await browser.open(`${BOARD_URL}/backlog?selectedIssue=RDC-1`, cloudPage(stripTestIds(backlog('RDC-1', 'RDC-2'))));
  await expectBadges(bare, cloud('RDC-1', 'RDC-2'));
});

test('an issue’s page: one badge beside its key, children and links theirs; parents, prose, editors, smart links, comments and the side bar none', async () => {
  const page = await browser.open(`${CLOUD}/browse/RDC-5`, cloudPage(issueView('RDC-5', ['RDC-51'], ['RDC-52'])));
  await expectExactly(page, { header: cloud('RDC-5')[0] ?? '', rows: cloud('RDC-51', 'RDC-52') });
  // The next issue, as Jira moves to it: first the address, later the page.
  await page.evaluate(() => history.pushState(null, '', '/browse/RDC-6'));
  await expectBadges(page, cloud('RDC-51', 'RDC-52', 'RDC-6'));
  await page.evaluate((view) => {
    const main = document.querySelector('[role="main"]');
    if (main) main.innerHTML = view;
  }, issueView('RDC-6'));
  await expectBadges(page, cloud('RDC-6'));
  await expect(page.locator('waymark-badge')).toHaveAttribute('place', 'header');
});

test('a title without breadcrumbs bears the badge; a page that says nothing of an issue none', async () => {
  const page = await browser.open(`${CLOUD}/browse/RDC-5`, cloudPage('<h1 data-testid="issue.views.issue-base.foundation.summary.heading">Summary</h1>'));
  await expectExactly(page, { header: cloud('RDC-5')[0] ?? '', rows: [] });
  const gone = await browser.open(`${CLOUD}/browse/RDC-9`, cloudPage('<h1>We couldn’t find that</h1><p><a href="/browse/RDC-8">RDC-8</a></p>'));
  await gone.waitForTimeout(SETTLED);
  expect(await badges(gone)).toEqual([]);
});

test('without test ids and in another language: a side bar that marks the open issue gets nothing, before and after its page is there', async () => {
  const german = (html: string) => stripTestIds(html).replaceAll('aria-label="Sidebar"', 'aria-label="Seitenleiste"').replaceAll('aria-label="Breadcrumbs"', 'aria-label="Navigationspfad"');
  const page = await browser.open(`${CLOUD}/browse/RDC-900`, german(cloudPage('')));
  await page.waitForTimeout(SETTLED);
  expect(await badges(page)).toEqual([]);
  await page.evaluate((view) => document.querySelector('[role="main"]')?.insertAdjacentHTML('beforeend', view), german(issueView('RDC-900')));
  await expectExactly(page, { header: cloud('RDC-900')[0] ?? '', rows: [] });
  expect(await page.locator('#jira-issue-header waymark-badge').count()).toBe(1);
});

test('a backlog that recycles its rows while it is scrolled', async () => {
  const keys = Array.from({ length: 40 }, (_, index) => `RDC-${index + 1}`);
  const page = await browser.open(`${BOARD_URL}/backlog`, cloudPage(backlog(...keys)));
  await expectBadges(page, cloud(...keys));
  await page.evaluate(() => {
    for (const link of document.querySelectorAll('a[href^="/browse/RDC-"]')) link.setAttribute('href', `/browse/RDC-${Number(link.getAttribute('href')?.split('-')[1]) + 100}`);
  });
  const next = keys.map((key) => `RDC-${Number(key.split('-')[1]) + 100}`);
  // The side bar's project and recent issue are links, too.
  await expectBadges(page, cloud(...next));
});

test('a table: the row’s own issue, not its parent’s; no row grows', async () => {
  const page = await browser.open(`${CLOUD}/jira/software/c/projects/RDC/list`, cloudPage(table('RDC-1', 'RDC-2', 'RDC-3')));
  await expectBadges(page, cloud('RDC-1', 'RDC-2', 'RDC-3'));
  const heights = await heightsOf(page, 'tr');
  expect(heights.with).toEqual(heights.without);
});

/** As the worker does on the keyboard command, and the popup when it opens. */
async function tellOverlay(page: Page, waymark: 'tag-selection' | 'report'): Promise<unknown> {
  const [worker] = browser.context.serviceWorkers();
  await page.bringToFront();
  return worker?.evaluate(async (name) => {
    const { tabs } = (globalThis as unknown as { chrome: { tabs: { query(about: object): Promise<{ id: number }[]>; sendMessage(id: number, message: object): Promise<unknown> } } }).chrome; // no types of the browser here
    const [tab] = await tabs.query({ active: true });
    return tabs.sendMessage(tab?.id ?? 0, { waymark: name });
  }, waymark);
}

test('the tag command is about the checked rows of a list', async () => {
  const page = await browser.open(`${CLOUD}/jira/software/c/projects/RDC/list`, cloudPage(table('RDC-1', 'RDC-2', 'RDC-3')));
  await expectBadges(page, cloud('RDC-1', 'RDC-2', 'RDC-3'));
  for (const key of ['RDC-1', 'RDC-3']) await page.getByRole('checkbox', { name: `Work item: ${key}` }).check();
  await tellOverlay(page, 'tag-selection');
  await expect(page.locator('waymark-card').getByText('RDC-1, RDC-3')).toBeVisible();
});

test('the tag command is about the card that has the focus, and in Data Center about the selected ones', async () => {
  const page = await openBoard('RDC-1', 'RDC-2');
  await page.evaluate(() => document.querySelector<HTMLElement>('#card-RDC-2')?.focus());
  await tellOverlay(page, 'tag-selection');
  await expect(page.locator('waymark-badge[issue$="RDC-2"] button')).toHaveAttribute('aria-expanded', 'true');
  const planning = await browser.open(`https://${DATA_CENTER}/secure/RapidBoard.jspa?rapidView=3&view=planning`, dataCenterPage(`<div id="ghx-backlog">${['GEM-1', 'GEM-2', 'GEM-3'].map((key) => dataCenterCard(key)).join('')}</div>`));
  await expectBadges(planning, dataCenter('GEM-1', 'GEM-2', 'GEM-3'));
  await planning.evaluate(() => {
    for (const key of ['GEM-2', 'GEM-3']) document.querySelector(`[data-issue-key="${key}"]`)?.classList.add('ghx-selected');
  });
  await tellOverlay(planning, 'tag-selection');
  await expect(planning.locator('waymark-card').getByText('GEM-2, GEM-3')).toBeVisible();
});

test('the popup hears which project and board a page is about', async () => {
  const page = await browser.open(`${BOARD_URL}/backlog`, cloudPage(backlog('RDC-1', 'RDC-2')));
  await expectBadges(page, cloud('RDC-1', 'RDC-2'));
  const report = await tellOverlay(page, 'report');
  expect(report).toEqual({ surface: 'jira-backlog', recognised: true, links: 4, badges: 2, project: 'acme.atlassian.net/RDC', board: 1 });
});

test('navigation without any event of the page’s: from a board to the dashboard and back', async () => {
  const page = await openBoard('RDC-1');
  await page.evaluate(() => history.pushState(null, '', '/jira/dashboards/1'));
  await expectBadges(page, []);
  await page.evaluate(() => history.back());
  await expectBadges(page, cloud('RDC-1'));
  const home = await browser.open(`${CLOUD}/jira/for-you`, cloudPage(board('RDC-1')));
  await home.waitForTimeout(SETTLED);
  expect(await badges(home)).toEqual([]);
  await home.evaluate((path) => history.pushState(null, '', path), new URL(BOARD_URL).pathname);
  await expectBadges(home, cloud('RDC-1'));
});

for (const context of ['', '/jira']) {
  const at = (path: string) => `https://${DATA_CENTER}${context}${path}`;
  const card = (key: string) => dataCenterCard(key, context);

  test.describe(`Data Center, installed at ${context || '/'}`, () => {
    test('an issue: beside its key; subtasks and links theirs; parent, prose, comments and the menu none', async () => {
      const page = await browser.open(at('/browse/GEM-1'), dataCenterPage(dataCenterIssue('GEM-1', context), { context }));
      await expectExactly(page, { header: dataCenter('GEM-1')[0] ?? '', rows: dataCenter('GEM-2', 'GEM-3') });
    });

    test('a board with its panel, and its backlog', async () => {
      const detail = `<div id="ghx-detail-view"><div id="ghx-detail-issue" data-issuekey="GEM-2"><div id="ghx-detail-head"><dl class="ghx-key"><dt>Key</dt><dd id="issuekey-val"><a href="${context}/browse/GEM-2">GEM-2</a></dd></dl></div><div class="user-content-block"><a href="${context}/browse/GEM-905">GEM-905</a></div></div></div>`;
      const page = await browser.open(at('/secure/RapidBoard.jspa?rapidView=3&view=detail&selectedIssue=GEM-2'), dataCenterPage(`<div id="ghx-work"><div id="ghx-pool"><ul class="ghx-columns"><li class="ghx-column">${card('GEM-1')}${card('GEM-2')}</li></ul></div></div>${detail}`, { context }));
      await expectExactly(page, { header: dataCenter('GEM-2')[0] ?? '', rows: dataCenter('GEM-1', 'GEM-2') });
      const heights = await heightsOf(page, '.ghx-issue');
      expect(heights.with).toEqual(heights.without);
      const planning = await browser.open(at('/secure/RapidBoard.jspa?rapidView=3&view=planning.nodetail'), dataCenterPage(`<div id="ghx-backlog" data-rendered="1"><div class="ghx-backlog-container">${card('GEM-1')}${card('GEM-4')}</div></div>`, { context }));
      await expectExactly(planning, { header: null, rows: dataCenter('GEM-1', 'GEM-4') });
    });

    test('the navigator’s table: one badge a row, though icon, key, summary and parent are links', async () => {
      const row = (key: string) => `<tr class="issuerow" data-issuekey="${key}" rel="1"><td class="issuetype"><a class="issue-link" data-issue-key="${key}" href="${context}/browse/${key}"><img alt="Bug"></a></td><td class="issuekey"><a class="issue-link" data-issue-key="${key}" href="${context}/browse/${key}">${key}</a></td>
        <td class="summary"><p><a class="parentIssue" data-issue-key="GEM-901" href="${context}/browse/GEM-901">GEM-901</a> <a class="issue-link" data-issue-key="${key}" href="${context}/browse/${key}">Summary</a></p></td></tr>`;
      const page = await browser.open(at('/issues/?jql=project%20%3D%20GEM'), dataCenterPage(`<div class="navigator-content"><table id="issuetable"><tbody>${row('GEM-1')}${row('GEM-2')}</tbody></table></div>`, { context }));
      await expectExactly(page, { header: null, rows: dataCenter('GEM-1', 'GEM-2') });
      expect(await page.locator('td.issuekey waymark-badge').count()).toBe(2);
    });

    test('the navigator’s table without its key column: the row’s own issue, not the ones that it is linked to', async () => {
      const row = (key: string) => `<tr class="issuerow" data-issuekey="${key}" rel="1"><td class="issuelinks"><a class="issue-link" data-issue-key="GEM-91" href="${context}/browse/GEM-91">GEM-91</a></td><td class="summary"><p><a class="issue-link" data-issue-key="${key}" href="${context}/browse/${key}">Summary</a></p></td></tr>`;
      const page = await browser.open(at('/issues/?filter=1'), dataCenterPage(`<div class="navigator-content"><table id="issuetable"><tbody>${row('GEM-1')}${row('GEM-2')}</tbody></table></div>`, { context }));
      await expectExactly(page, { header: null, rows: dataCenter('GEM-1', 'GEM-2') });
    });

    test('the split view: the address names no issue, the open one’s own link does', async () => {
      const item = (key: string) => `<li data-key="${key}" title="Summary"><a class="splitview-issue-link" data-issue-key="${key}" href="${context}/browse/${key}?jql=x"><div><img alt=""><span class="issue-link-key">${key}</span></div><div><span class="issue-link-summary">Summary</span></div></a></li>`;
      const page = await browser.open(at('/issues/?jql=x'), dataCenterPage(`<div class="navigator-content"><div class="split-view"><div class="list-panel"><ol class="issue-list">${item('GEM-1')}${item('GEM-5')}</ol></div><div class="detail-panel">${dataCenterIssue('GEM-1', context)}</div></div></div>`, { context }));
      await expectExactly(page, { header: dataCenter('GEM-1')[0] ?? '', rows: dataCenter('GEM-1', 'GEM-2', 'GEM-3', 'GEM-5') });
    });
  });
}

test('a site below another address of its host, or another product beside it, has no issues of this one', async () => {
  const page = await browser.open(`https://${DATA_CENTER}/jira/secure/RapidBoard.jspa?rapidView=3`, dataCenterPage(`<div id="ghx-pool">${dataCenterCard('GEM-1', '/jira')}${dataCenterCard('GEM-2', '/other')}${dataCenterCard('GEM-3', 'https://acme.atlassian.net')}</div>`, { context: '/jira' }));
  await expectExactly(page, { header: null, rows: dataCenter('GEM-1') });
});

const TOKENS = `html[data-color-mode="light"]{--ds-surface:#fff;--ds-text:#292a2e;--ds-text-subtle:#505258;--ds-text-inverse:#fff;--ds-border:#0b120e24;--ds-border-bold:#7d818a;--ds-background-brand-bold:#1868db;--ds-background-information:#e9f2fe;--ds-text-information:#1558bc}
  html[data-color-mode="dark"]{--ds-surface:#1f1f21;--ds-text:#cecfd2;--ds-text-subtle:#a9abaf;--ds-text-inverse:#1f1f21;--ds-border:#e3e4f21f;--ds-border-bold:#7e8188;--ds-background-brand-bold:#669df1;--ds-background-information:#1c2b42;--ds-text-information:#8fb8f6}
  html{background:var(--ds-surface);color:var(--ds-text)}`;

test('a badge has the page’s own colours, follows a change of its theme, and is legible where Jira has no variables', async () => {
  const colours = (page: Page) => page.locator('waymark-badge button').first().evaluate((button) => [getComputedStyle(button).backgroundColor, getComputedStyle(button).color, getComputedStyle(button).borderRadius]);
  const page = await browser.open(BOARD_URL, cloudPage(board('RDC-1'), { styles: TOKENS }));
  await expectBadges(page, cloud('RDC-1'));
  expect(await colours(page)).toEqual(['rgb(255, 255, 255)', 'rgb(80, 82, 88)', '4px']);
  await page.evaluate(() => document.documentElement.setAttribute('data-color-mode', 'dark'));
  await expect.poll(() => colours(page)).toEqual(['rgb(31, 31, 33)', 'rgb(169, 171, 175)', '4px']);
  const old = await browser.open(`https://${DATA_CENTER}/secure/RapidBoard.jspa?rapidView=3`, dataCenterPage(`<div id="ghx-pool">${dataCenterCard('GEM-1')}</div>`, { mode: 'dark' }));
  await expectBadges(old, dataCenter('GEM-1'));
  const [ground, ink] = (await colours(old)).map((colour) => Number(/\d+/.exec(colour)?.[0]));
  expect((ink ?? 0) - (ground ?? 255)).toBeGreaterThan(90);
});
