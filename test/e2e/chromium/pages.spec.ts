import { expect, test } from '@playwright/test';
import type { Page } from '@playwright/test';
import type { OverlayBrowser } from './overlay-browser.ts';
import { launchOverlay } from './overlay-browser.ts';
import { badges, expectBadges, expectExactly, heightsOf, listenAsPage, removeTwentyTimes, SETTLED, wanted } from './overlay-expectations.ts';
import { BOARD, ISSUE, LIST, NEW_ISSUE, SAVED, hasCorpus, htmlOf } from './overlay-pages.ts';
import { renameHashedClasses, stripTestIds } from './overlay-mutations.ts';

test.skip(!hasCorpus, 'the saved pages of ../shared/corpus are not here: nothing to try the overlay on');

let browser: OverlayBrowser;
test.beforeAll(async () => {
  browser = await launchOverlay();
});
test.afterAll(async () => browser?.close());
test.afterEach(async () => {
  for (const page of browser.context.pages().slice(1)) await page.close();
});

for (const saved of SAVED) {
  test(`${saved.file} has exactly its badges, each in its row or header`, async () => {
    const page = await browser.open(saved.url, htmlOf(saved));
    await expectExactly(page, saved);
  });

  test(`${saved.file} has the same badges without data-testid and with other class hashes`, async () => {
    const page = await browser.open(saved.url, renameHashedClasses(stripTestIds(htmlOf(saved))));
    await expectBadges(page, wanted(saved));
    await page.waitForTimeout(SETTLED);
    expect(await badges(page)).toEqual(wanted(saved));
  });
}

test('a badge on a list changes the height of no row', async () => {
  const page = await browser.open(LIST.url, htmlOf(LIST));
  await expectBadges(page, LIST.rows);
  const heights = await heightsOf(page, 'li[role="listitem"]:has(h3)');
  expect(heights.with).toEqual(heights.without);
});

test('in a small window a badge says no more than its row has room for', async () => {
  const page = await browser.open(LIST.url, htmlOf(LIST));
  await expectBadges(page, LIST.rows);
  await page.setViewportSize({ width: 500, height: 900 });
  // Nobody has tagged these issues: the words are put where the badge has them.
  await page.locator('waymark-badge button').evaluateAll((buttons) => {
    for (const button of buttons) button.insertAdjacentHTML('beforeend', '<span class="flags risk">3</span><span class="roadmap">Faster checkout for retur…</span>');
  });
  const heights = await heightsOf(page, 'li[role="listitem"]:has(h3)');
  expect(heights.with).toEqual(heights.without);
});

test('a row that is given another issue is given its badge', async () => {
  const page = await browser.open(LIST.url, htmlOf(LIST));
  await expectBadges(page, LIST.rows);
  await page.evaluate(() => document.querySelector('a[href$="/issues/8548"]')?.setAttribute('href', '/anthropics/claude-code/issues/8521'));
  await expectBadges(page, [...LIST.rows.filter((issue) => !issue.endsWith('#8548')), 'github.com/anthropics/claude-code#8521']);
});

test('a row that leaves takes its badge along, and a copied row has one badge', async () => {
  const page = await browser.open(LIST.url, htmlOf(LIST));
  await expectBadges(page, LIST.rows);
  await page.evaluate(() => {
    const [first, second] = document.querySelectorAll('li[role="listitem"]:has(h3)');
    first?.parentElement?.parentElement?.append(second?.parentElement?.cloneNode(true) ?? '');
    first?.remove();
  });
  await expectBadges(page, [...LIST.rows.slice(1), LIST.rows[1] ?? '']);
  // The copy came with a dead copy of our badge in it: for a moment the count is right and the badge is not.
  await expect.poll(() => page.evaluate(() => [...document.querySelectorAll('waymark-badge')].every((badge) => badge.shadowRoot !== null))).toBe(true);
});

for (const saved of [LIST, ISSUE]) {
  test(`badges that the page removes twenty times return, without a race (${saved.file})`, async () => {
    const page = await browser.open(saved.url, htmlOf(saved));
    await expectBadges(page, wanted(saved));
    const busiest = await removeTwentyTimes(page);
    expect(busiest).toBeLessThanOrEqual(3);
    await expectBadges(page, wanted(saved));
  });
}

test('all badges removed twenty times over return', async () => {
  const page = await browser.open(LIST.url, htmlOf(LIST));
  await expectBadges(page, LIST.rows);
  await page.evaluate(async () => {
    for (let time = 0; time < 20; time += 1) {
      for (const badge of document.querySelectorAll('waymark-badge')) badge.remove();
      await new Promise((resolve) => setTimeout(resolve, 60));
    }
  });
  await expectBadges(page, LIST.rows);
});

test('an empty card gets its badge when the board fills it', async () => {
  const page = await browser.open(BOARD.url, htmlOf(BOARD));
  await expectBadges(page, BOARD.rows);
  await page.evaluate(() => {
    const filled = document.querySelector('[data-board-card-id]:has(a[href$="/issues/26"])');
    const shell = [...document.querySelectorAll('[data-board-card-id]')].find((card) => card.childElementCount === 0 || card.textContent === '');
    const content = filled?.cloneNode(true);
    if (!shell || !(content instanceof Element)) throw new Error('no shell in this page');
    content.querySelector('a')?.setAttribute('href', '/diffplug/gitcasso/issues/99');
    shell.append(...content.childNodes);
  });
  await expectBadges(page, [...BOARD.rows, 'github.com/diffplug/gitcasso#99']);
});

test('soft navigation: the badges follow the address, to a page without any and back', async () => {
  const page = await browser.open(LIST.url, htmlOf(LIST));
  await expectBadges(page, LIST.rows);
  await page.evaluate(() => {
    history.pushState(null, '', '/anthropics/claude-code/issues/new');
    document.dispatchEvent(new Event('soft-nav:end'));
  });
  await expectBadges(page, []);
  await page.evaluate(() => history.back());
  await expectBadges(page, LIST.rows);
});

test('soft navigation to an issue: the address says which, the stale list gets nothing', async () => {
  const page = await browser.open(ISSUE.url, htmlOf(ISSUE));
  await expectBadges(page, [ISSUE.header ?? '']);
  await page.evaluate(() => history.pushState(null, '', '/diffplug/selfie/issues/524'));
  await expectBadges(page, ['github.com/diffplug/selfie#524']);
});

test('an issue page without a header that we know has no badge', async () => {
  const page = await browser.open('https://github.com/diffplug/selfie/issues/9', '<!doctype html><main><h1>Not Found</h1><p><a href="/diffplug/selfie/issues/523">#523</a></p></main>');
  await page.waitForTimeout(SETTLED);
  expect(await badges(page)).toEqual([]);
});

interface WorkerScope {
  readonly chrome: { readonly tabs: { query(query: { url: string }): Promise<{ id: number }[]>; sendMessage(tab: number, message: unknown): Promise<unknown> } };
}

/** What the overlay of a page says of itself to the popup. */
const reportOf = (page: Page) =>
  browser.context.serviceWorkers()[0]?.evaluate(async (url) => {
    const { tabs } = (globalThis as unknown as WorkerScope).chrome;
    const [tab] = await tabs.query({ url });
    // Nobody hears before the content script is there.
    return tab && tabs.sendMessage(tab.id, { waymark: 'report' }).catch(() => null);
  }, page.url());

for (const [name, url, html, report] of [
  ['an issue whose header nobody knows', 'https://github.com/o/r/issues/6', '<main><div class="new-title">Six</div></main>', { surface: 'github-issue', recognised: false, links: 1, badges: 0 }],
  ['a list whose rows nobody knows', 'https://github.com/o/r/issues', '<main><div><a href="/o/r/issues/1">One</a></div><div><a href="/o/r/issues/2">Two</a></div><a href="/o/r/issues/3">3</a><p class="markdown-body"><a href="/o/r/issues/4">Four</a></p></main>', { surface: 'github-issue-list', recognised: false, links: 2, badges: 0 }],
  ['a known list with rows that nobody knows', 'https://github.com/o/r/pulls', '<main><div class="js-navigation-container"><div><a href="/o/r/pull/1">One</a></div></div></main>', { surface: 'github-pull-list', recognised: false, links: 1, badges: 0 }],
  ['a known list without rows', 'https://github.com/o/r/labels/bug', '<main><div class="blankslate">No results</div></main>', { surface: 'github-label', recognised: true, links: 0, badges: 0 }],
] as const) {
  test(`the popup can say of ${name} whether it is recognised`, async () => {
    const page = await browser.open(url, `<!doctype html>${html}`);
    await expect.poll(() => reportOf(page)).toMatchObject(report);
    expect(await badges(page)).toEqual([]);
  });
}

test('uncaptured lists: rows by their links, nothing for menus, counters, prose and the milestones list', async () => {
  const rows = `<nav><a href="/o/r/issues/90">#90</a></nav><main><ul>
    <li><a href="/o/r/issues/1">One</a> <a href="/o/r/issues/1#issuecomment-5">4 comments</a> <a href="/o/r/pull/91" aria-label="linked">2</a></li>
    <li><h3><a href="/O/R/pull/2">Two</a></h3> <a href="/o/r/issues/92">Parent issue</a></li></ul>
    <p>See <a href="/o/r/issues/93">this</a></p><div class="markdown-body"><ul><li><a href="/o/r/issues/94">#94 in prose</a></li></ul></div>
    <div class="milestone-description"><ul><li><a href="/o/r/issues/98">The goal</a></li></ul></div><ul><li>Fixes <a class="issue-link js-issue-link" href="/o/r/issues/99">#99 of a text</a></li></ul>
    <ul role="menu"><li><a href="/o/r/issues/95">Recent</a></li></ul><ul><li><a href="https://example.org/o/r/issues/96">Elsewhere</a></li><li><a href="/login?return_to=/o/r/issues/97">Sign in</a></li></ul></main>`;
  const page = await browser.open('https://github.com/o/r/milestone/3', `<!doctype html>${rows}`);
  await expectBadges(page, ['github.com/o/r#1', 'github.com/O/R#2']);
  const list = await browser.open('https://github.com/o/r/milestones', `<!doctype html>${rows}`);
  await list.waitForTimeout(SETTLED);
  expect(await badges(list)).toEqual([]);
});

test('project tables: the title’s issue, not the ones in its fields; the panel’s issue from the address', async () => {
  const table = `<div id="memex-project-view-root"><div role="grid"><div role="row"><div role="rowheader"><a href="/o/r/issues/1">One</a></div><div role="gridcell"><a href="/o/r/issues/80">Parent</a></div></div>
    <div role="row"><div role="rowheader"><button>2</button></div><div role="gridcell"><h3><a href="/o/r/pull/2">Two</a></h3></div><div role="gridcell"><ul><li><a href="/o/r/pull/81">Linked</a></li></ul></div></div>
    <div role="row"><div role="rowheader"><button>A draft</button></div><div role="gridcell"><a href="/o/r/issues/83">https://github.com/o/r/issues/83</a></div></div>
    <div role="row"><div role="rowheader">6</div><div role="gridcell"><a href="/o/r/issues/6">Six</a></div><div role="gridcell"><a href="/o/r/pull/84">Linked</a></div></div>
    <div role="row"><div role="gridcell">4</div><div role="gridcell"><a href="/o/r/issues/4">Four</a></div><div role="gridcell"><a href="/o/r/issues/80" data-hovercard-type="issue">Parent</a></div></div></div></div>
    <div role="dialog" aria-label="Side panel: Issue: Five"><h1 data-component="PH_Title"><bdi>Five</bdi></h1><ul><li><a href="/o/r/issues/82">Sub-issue</a></li></ul></div>`;
  const page = await browser.open('https://github.com/orgs/o/projects/1/views/2?pane=issue&itemId=7&issue=o%7Cr%7C5', `<!doctype html>${table}`);
  await expectBadges(page, ['github.com/o/r#1', 'github.com/o/r#2', 'github.com/o/r#4', 'github.com/o/r#5', 'github.com/o/r#6']);
  expect(await page.locator('[role="dialog"] waymark-badge').getAttribute('place')).toBe('header');
});

test('a project’s table that marks its items: neither a draft nor a group’s heading is one; the panel’s issue from its own link, until it is shut', async () => {
  const row = (mark: string, ...cells: string[]) => `<div role="row" ${mark}>${cells.map((cell) => `<div role="gridcell">${cell}</div>`).join('')}</div>`;
  const table = `<div role="row"><div role="rowheader"><a href="/o/r/issues/80">Parent</a></div></div>${row('data-hovercard-subject-tag="issue:1"', '1', '<a href="/o/r/issues/1">One</a>')}${row('', '2', 'A draft', '<a href="/o/r/issues/81">Its note</a>')}`;
  const panel = '<div role="complementary" aria-label="Side panel: Issue: Five"><h2 data-component="PH_Title"><bdi>Five</bdi><div><a href="/o/r/issues/5">#5</a></div></h2></div>';
  const page = await browser.open('https://github.com/orgs/o/projects/1/views/2?pane=issue&itemId=7', `<!doctype html><div id="memex-project-view-root"><div role="grid">${table}</div></div>${panel}`);
  await expectExactly(page, { header: 'github.com/o/r#5', rows: ['github.com/o/r#1'] });
  await page.evaluate(() => document.querySelector('[role="complementary"]')?.remove());
  await expectBadges(page, ['github.com/o/r#1']);
});

test('a card that names an issue only in its fields, as a draft does, has no badge', async () => {
  const card = (title: string, href: string) => `<div data-board-card-id="${title}"><a href="${href}"><h3>${title}</h3></a><ul aria-label="Fields"><li><a href="/o/r/issues/80">Parent</a></li></ul></div>`;
  const page = await browser.open('https://github.com/users/o/projects/3', `<!doctype html><div id="memex-project-view-root"><div data-board-column="Todo">${card('One', '/o/r/issues/1')}${card('Draft', '#')}</div></div>`);
  await expectExactly(page, { header: null, rows: ['github.com/o/r#1'] });
});

test('a pinned issue has its badge in the line under its title', async () => {
  const pinned = '<ul class="PinnedIssues-module__container--x1y2z"><li><a href="/o/r/issues/1" data-hovercard-url="/o/r/issues/1/hovercard">Read this first</a><span class="PinnedIssue-module__issueMetadata--x1y2z">#1 opened by <a href="/maya">maya</a></span></li></ul>';
  const page = await browser.open('https://github.com/o/r/issues', `<!doctype html><main>${pinned}<ul><li role="listitem"><h3><a href="/o/r/issues/1">Read this first</a></h3></li></ul></main>`);
  await expectExactly(page, { header: null, rows: ['github.com/o/r#1', 'github.com/o/r#1'] });
  expect(await page.locator('[class*="issueMetadata"] > waymark-badge').count()).toBe(1);
});

test('a link whose words come late, or whose address leans on a <base>, is a row', async () => {
  const page = await browser.open('https://github.com/o/r/milestone/3', '<!doctype html><base href="https://github.com/o/r/"><main><ul><li><a href="issues/1">One</a></li><li><a href="/o/r/issues/2"></a></li></ul></main>');
  await expectBadges(page, ['github.com/o/r#1']);
  await page.evaluate(() => document.querySelector('a[href$="/2"]')?.append('Two'));
  await expectBadges(page, ['github.com/o/r#1', 'github.com/o/r#2']);
});

test('a pull request of 2026 has its badge in the header that is seen, not in the copy for scrolling', async () => {
  const title = (level: string) => `<div class="prc-PageHeader-TitleArea-x1y2z"><${level} data-component="PH_Title"><bdi class="markdown-title">Seven</bdi></${level}></div><span class="prc-StateLabel-StateLabel-x1y2z">Open</span>`;
  const page = await browser.open('https://github.com/o/r/pull/7/changes', `<!doctype html><main><react-app class="loaded"><div class="use-sticky-header-module__stickyHeader--x1y2z">${title('h1')}</div><div class="seen">${title('h1')}</div></react-app></main>`);
  await expectBadges(page, ['github.com/o/r#7']);
  expect(await page.locator('.seen waymark-badge').count()).toBe(1);
});

test('a pull request with a header for wide windows and one for narrow ones has its badge in that which is seen, and when the window changes', async () => {
  const header = (at: string) => `<div class="${at}"><h1 data-component="PH_Title"><span class="markdown-title">Seven</span></h1><span class="prc-StateLabel-StateLabel-x1y2z">Open</span></div>`;
  const page = await browser.open('https://github.com/o/r/pull/7', `<!doctype html><style>.narrow { display: none } @media (width < 700px) { .narrow { display: block } .wide { display: none } }</style><main><react-app class="loaded">${header('narrow')}${header('wide')}</react-app></main>`);
  await expectBadges(page, ['github.com/o/r#7']);
  expect(await page.locator('.wide waymark-badge').count()).toBe(1);
  await page.setViewportSize({ width: 600, height: 900 });
  await page.evaluate(() => document.body.append(document.createElement('section')));
  await expect.poll(() => page.locator('.narrow waymark-badge').count()).toBe(1);
  await expectBadges(page, ['github.com/o/r#7']);
});

test('what happens on a badge stays there: no shortcut, row link or card of the page reacts', async () => {
  const page = await browser.open(LIST.url, htmlOf(LIST));
  await expectBadges(page, LIST.rows);
  await page.evaluate(() => {
    for (const dialog of document.querySelectorAll('[role="dialog"]')) dialog.parentElement?.remove();
  });
  const heard = await listenAsPage(page);
  const badge = page.locator('waymark-badge').first();
  await badge.click();
  await expect(badge.locator('button')).toHaveAttribute('aria-expanded', 'true');
  await badge.locator('button').focus();
  await page.keyboard.press('c');
  await page.keyboard.press('/');
  await badge.dblclick();
  expect(await heard()).toEqual([]);
  expect(page.url()).toBe(LIST.url);
});

test('pages with nothing for us keep the overlay asleep, and it wakes when a list comes', async () => {
  const page = await browser.open(NEW_ISSUE.url, '<!doctype html><main><ul><li><h3><a href="/diffplug/selfie/issues/460">One</a></h3></li></ul></main>');
  await page.waitForTimeout(SETTLED);
  expect(await badges(page)).toEqual([]);
  await page.evaluate(() => {
    history.replaceState(null, '', '/diffplug/selfie/issues');
    document.dispatchEvent(new Event('soft-nav:react-done'));
  });
  await expectBadges(page, ['github.com/diffplug/selfie#460']);
});
