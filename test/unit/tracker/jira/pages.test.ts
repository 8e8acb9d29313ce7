import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SESSION_COOKIE } from '../../../tracker/jira/model/jira.ts';
import { type DemoTracker, startTracker } from '../../../tracker/server.ts';
import { demoWorld } from '../../../tracker/world.ts';
import { ask, type Reply } from '../ask.ts';
import { all, keysIn, readMarkup, type Sent, testId } from './markup.ts';

let tracker: DemoTracker;
beforeAll(async () => {
  tracker = await startTracker({ world: demoWorld({ issues: 20 }) });
});
afterAll(() => tracker.close());

const CLOUD = 'https://acme.atlassian.net';
const CENTER = 'https://jira.acme.example/jira';
const BOARD = `${CLOUD}/jira/software/c/projects/SHOP/boards/1`;
const RAPID = `${CENTER}/secure/RapidBoard.jspa?rapidView=1&projectKey=SHOP`;

const get = (url: string, options: { as?: string | null; method?: string } = {}): Promise<Reply> => {
  const { as = 'maya', method = 'GET' } = options;
  const cookie = as === null ? {} : { cookie: Object.values(SESSION_COOKIE).map((name) => `${name}=session-of-${as}`).join('; ') };
  return ask(tracker, url, { method, headers: { ...cookie, origin: new URL(url).origin } });
};
const page = async (url: string): Promise<Sent> => readMarkup((await get(url)).text);
const withId = (root: Sent, id: string): Sent[] => all(root, (element) => testId(element) === id);
const startingWith = (root: Sent, id: string): Sent[] => all(root, (element) => testId(element).startsWith(id));
const withClass = (root: Sent, name: string): Sent[] => all(root, ({ attributes }) => (attributes['class'] ?? '').split(' ').includes(name));
const site = (host: string) => tracker.world.jira.sites.find((one) => one.host === host);
const anIssue = (host: string, fits: (issue: { id: string; links: readonly object[]; description: string | null }) => boolean): string => [...(site(host)?.issues.values() ?? [])].find(fits)?.key ?? '';
const aParent = (host: string): string => {
  const parents = new Set([...(site(host)?.issues.values() ?? [])].map(({ parent }) => parent));
  return anIssue(host, ({ id }) => parents.has(id));
};

describe('Cloud’s pages', () => {
  it('say what they are as Jira does, in light and in dark', async () => {
    const text = (await get(BOARD)).text;
    expect(text).toContain('<meta name="application-name" content="JIRA" data-name="jira" data-version="1001.0.0-SNAPSHOT">');
    expect(text).toMatch(/<body[^>]* id="jira" class="deferred adg3" data-version="1001\.0\.0-SNAPSHOT"/);
    expect(text).toMatch(/<meta name="ajs-cloud-id" content="[0-9a-f-]{36}">/);
    expect(text).toContain('data-color-mode="light"');
    tracker.world.jira.look.colorMode = 'dark';
    expect((await get(BOARD)).text).toContain('data-color-mode="dark"');
    tracker.world.jira.look.colorMode = 'auto';
  });

  it('put one issue into each card, under a button that covers it, in something to drag', async () => {
    const cards = withId(await page(BOARD), 'platform-board-kit.ui.card.card');
    expect(cards.length).toBeGreaterThan(5);
    for (const card of cards) {
      expect(keysIn(card)).toEqual([card.attributes['id']?.replace('card-', '')]);
      const [face] = all(card, ({ attributes }) => attributes['draggable'] === 'true');
      expect(face && withId(face, 'platform-card.ui.card.focus-container')).toHaveLength(1);
    }
  });

  it.each([['company-managed scrum', BOARD], ['team-managed', `${CLOUD}/jira/software/projects/MOBI/boards/4`], ['kanban', `${CLOUD}/jira/software/c/projects/OPS/boards/5`]])('show a %s board, each key once', async (_, url) => {
    const root = await page(url);
    const keys = withId(root, 'platform-board-kit.ui.card.card').map((card) => card.attributes['id']);
    expect(keys.length).toBeGreaterThan(2);
    expect(new Set(keys).size).toBe(keys.length);
    expect(withId(root, 'platform-board-kit.ui.column.draggable-column')).toHaveLength(4);
  });

  it('open an issue over a board in a dialog, over a backlog or a list in a panel that is none', async () => {
    const board = await page(`${BOARD}?selectedIssue=SHOP-12`);
    const [modal] = withId(board, 'issue.views.issue-details.issue-modal.modal-dialog');
    expect(modal && withId(modal, 'issue.views.issue-base.foundation.breadcrumbs.current-issue.item').flatMap((link) => link.attributes['href'])).toEqual(['/browse/SHOP-12']);
    for (const url of [`${BOARD}/backlog?selectedIssue=SHOP-12`, `${CLOUD}/jira/software/c/projects/SHOP/list?selectedIssue=SHOP-12`]) {
      const root = await page(url);
      expect(withId(root, 'issue.views.issue-details.issue-layout.compact-layout')).toHaveLength(1);
      expect(all(root, ({ attributes }) => attributes['role'] === 'dialog')).toEqual([]);
    }
  });

  it('give a backlog row two links to its one issue, and send only the first rows of a section', async () => {
    const root = await page(`${BOARD}/backlog`);
    const rows = startingWith(root, 'software-backlog.card-list.card.content-container.');
    for (const row of rows) {
      expect(keysIn(row)).toEqual([testId(row).split('.').at(-1)]);
      expect(all(row, ({ name }) => name === 'a')).toHaveLength(2);
    }
    const sections = startingWith(root, 'software-backlog.card-list.container.');
    expect(sections.length).toBeGreaterThan(2);
    expect(Math.max(...sections.map((section) => startingWith(section, 'software-backlog.card-list.card.content-container.').length))).toBe(12);
  });

  it('show the goal of the sprint that runs', async () => {
    const running = [...(site('acme.atlassian.net')?.sprints.values() ?? [])].find(({ state, boardId }) => state === 'active' && boardId === 1);
    expect(running?.goal).toBeTruthy();
    for (const url of [BOARD, `${BOARD}/backlog`, RAPID]) expect((await get(url)).text).toContain(running?.goal);
  });

  it('put one key into each row of the navigator and of lists', async () => {
    for (const url of [`${CLOUD}/issues/?jql=${encodeURIComponent('project = SHOP')}`, `${CLOUD}/jira/software/c/projects/SHOP/issues`, `${CLOUD}/jira/software/c/projects/SHOP/list`]) {
      const rows = withId(await page(url), 'native-issue-table.ui.issue-row');
      expect(rows.length).toBeGreaterThan(20);
      expect(rows.map((row) => keysIn(row).length)).toEqual(rows.map(() => 1));
    }
  });

  it('find nothing by a query that cannot be read', async () => {
    const root = await page(`${CLOUD}/issues/?jql=${encodeURIComponent('project ~~ (')}`);
    expect(withId(root, 'native-issue-table.ui.issue-row')).toEqual([]);
    expect(withId(root, 'issue-navigator.ui.issue-results.list-view.no-issues.empty-state')).toHaveLength(1);
  });

  it('have on an issue’s page its title, its own link, its children and what it is linked with', async () => {
    const parent = aParent('acme.atlassian.net');
    const root = await page(`${CLOUD}/browse/${parent}`);
    expect(withId(root, 'issue.views.issue-base.foundation.summary.heading').map(({ name }) => name)).toEqual(['h1']);
    expect(withId(root, 'issue.views.issue-base.foundation.quick-add.quick-add-container')).toHaveLength(1);
    const children = withId(root, 'native-issue-table.ui.issue-row');
    expect(children.length).toBeGreaterThan(0);
    for (const child of children) expect(keysIn(child)).toHaveLength(1);
    const linked = await page(`${CLOUD}/browse/${anIssue('acme.atlassian.net', ({ links }) => links.length > 0)}`);
    const lines = withId(linked, 'issue-line-card.card-container');
    expect(lines.length).toBeGreaterThan(0);
    for (const line of lines) expect(keysIn(line)).toHaveLength(1);
  });

  it('keep links in prose, smart links and the editor apart from the rest', async () => {
    const key = anIssue('acme.atlassian.net', ({ description }) => /Related to SHOP-(?!7\b)/.test(description ?? ''));
    const root = await page(`${CLOUD}/browse/${key}`);
    const [description] = withId(root, 'issue.views.field.rich-text.description');
    expect(description && keysIn(description)).toHaveLength(1);
    expect(description && withId(description, 'inline-card-resolved-view')).toHaveLength(1);
    const [editor] = all(root, ({ attributes }) => attributes['contenteditable'] === 'true');
    expect(editor && keysIn(editor)).toEqual([key]);
  });

  it('name a plan’s rows by number, with one link each', async () => {
    const rows = all(await page(`${CLOUD}/jira/plans/1/scenarios/1/timeline`), ({ attributes }) => attributes['data-issue'] !== undefined);
    expect(rows.length).toBeGreaterThan(10);
    for (const row of rows) {
      expect(keysIn(row)).toHaveLength(1);
      expect(all(row, ({ attributes }) => attributes['id'] === `issue-link-${row.attributes['data-issue']}`)).toHaveLength(1);
    }
  });

  it('show no issue where one lands, though a project’s address is there', async () => {
    const root = await page(`${CLOUD}/jira/for-you`);
    expect(keysIn(root)).toEqual([]);
    expect(all(root, ({ attributes }) => attributes['href'] === '/browse/SHOP')).not.toEqual([]);
  });

  it('wear classes that say nothing', async () => {
    const text = (await get(BOARD)).text;
    expect(text).not.toMatch(/class="[^"]*\bj-/);
    const [, used = ''] = /id="card-[^>]* class="(_\w{8})"/.exec(text) ?? [];
    expect((await get(`${CLOUD}/assets/planning.css`)).text).toContain(`.${used} {`);
  });

  it('let no script run that is not a file of the same host', async () => {
    const reply = await get(BOARD);
    expect(reply.headers['content-security-policy']).toContain("script-src 'self';");
    expect(reply.text).not.toMatch(/<script(?![^>]* src="\/assets\/)| on[a-z]+="/);
    for (const script of ['start', 'router', 'hotkeys', 'react-like']) expect((await get(`${CLOUD}/assets/${script}.ts`)).headers['content-type']).toContain('javascript');
  });
});

describe('Data Center’s pages', () => {
  it('say where Jira is installed, and nothing of the cloud', async () => {
    const text = (await get(`${CENTER}/browse/SHOP-12`)).text;
    expect(text).toContain('<meta name="ajs-context-path" content="/jira">');
    expect(text).toMatch(/<body id="jira" class="aui-layout[^>]* data-version="9\.\d+\.\d+"/);
    expect(text).not.toMatch(/ajs-cloud-id|jira-frontend/);
  });

  it('have Cloud’s theme attributes from version 10 on, and none before', async () => {
    expect((await get(`${CENTER}/browse/SHOP-12`)).text).not.toContain('data-color-mode');
    tracker.world.jira.look.colorMode = 'dark';
    expect((await get(`${CENTER}/browse/SHOP-12`)).text).toMatch(/<html[^>]* data-theme="dark:dark light:light" data-color-mode="dark">[^]*<body id="jira"[^>]* data-version="10\./);
    tracker.world.jira.look.colorMode = 'auto';
  });

  it('name the issue by key-val and summary-val, and each other one by its link', async () => {
    const root = await page(`${CENTER}/browse/${anIssue('jira.acme.example', ({ links }) => links.length > 0)}`);
    for (const id of ['key-val', 'summary-val', 'details-module', 'status-val', 'issue-content', 'stalker', 'viewissuesidebar']) expect(all(root, ({ attributes }) => attributes['id'] === id), id).toHaveLength(1);
    expect(withClass(root, 'aui-toolbar2-secondary')).toHaveLength(1);
    const links = withClass(root, 'link-content');
    expect(links.length).toBeGreaterThan(0);
    for (const link of links) expect(keysIn(link)).toHaveLength(1);
    const [subtasks] = all(await page(`${CENTER}/browse/${aParent('jira.acme.example')}`), ({ attributes }) => attributes['id'] === 'view-subtasks');
    const rows = subtasks ? withClass(subtasks, 'issuerow') : [];
    expect(rows.length).toBeGreaterThan(0);
    for (const row of rows) expect(keysIn(row)).toEqual([row.attributes['data-issuekey']]);
  });

  it('put each issue into one card of the board and one row of the backlog', async () => {
    const cards = withClass(await page(RAPID), 'ghx-issue');
    expect(cards.length).toBeGreaterThan(5);
    for (const card of cards) expect(keysIn(card)).toEqual([card.attributes['data-issue-key']]);
    const root = await page(`${RAPID}&view=planning.nodetail`);
    const rows = withClass(root, 'js-issue');
    expect(all(root, ({ attributes }) => attributes['id'] === 'ghx-backlog' && attributes['data-rendered'] !== undefined)).toHaveLength(1);
    expect(rows.map((row) => keysIn(row).join())).toEqual(rows.map((row) => row.attributes['data-issue-key']));
    expect(new Set(rows.map((row) => row.attributes['data-issue-key'])).size).toBe(rows.length);
    const [detail] = all(await page(`${RAPID}&selectedIssue=SHOP-12`), ({ attributes }) => attributes['id'] === 'ghx-detail-issue');
    expect(detail?.attributes['data-issuekey']).toBe('SHOP-12');
  });

  it('list what was searched as a table with three links a row, or beside the issue', async () => {
    const jql = encodeURIComponent('project = SHOP');
    const rows = withClass(await page(`${CENTER}/issues/?jql=${jql}`), 'issuerow');
    expect(rows.length).toBeGreaterThan(20);
    for (const row of rows) {
      expect(keysIn(row)).toEqual([row.attributes['data-issuekey']]);
      expect(withClass(row, 'issue-link')).toHaveLength(3);
    }
    const split = await page(`${CENTER}/browse/SHOP-12?jql=${jql}`);
    expect(withClass(split, 'splitview-issue-link').length).toBe(rows.length);
    expect(all(split, ({ attributes }) => attributes['id'] === 'key-val')[0]?.attributes['href']).toBe('/jira/browse/SHOP-12');
  });
});

describe('pages and API show one truth', () => {
  it('a card that is put into another column has another status', async () => {
    const card = withId(await page(BOARD), 'platform-board-kit.ui.card.card')[0]?.attributes['id']?.replace('card-', '') ?? '';
    const to = site('acme.atlassian.net')?.boards.get(1)?.columns[2]?.statuses[0];
    expect((await get(`${CLOUD}/jsw2/graphql?operation=SoftwareBoardCardMove&key=${card}&status=${to}`, { method: 'POST' })).status).toBe(200);
    const column = withId(await page(BOARD), 'platform-board-kit.ui.column.draggable-column')[2];
    expect(column && keysIn(column)).toContain(card);
    expect((await get(`${CLOUD}/rest/api/3/issue/${card}?fields=status`)).json).toMatchObject({ fields: { status: { id: to } } });
  });

  it('the former key of an issue that has moved leads to where it is', async () => {
    expect((await get(`${CLOUD}/browse/SHOP-9`)).headers['location']).toMatch(/^\/browse\/OPS-\d+$/);
  });
});

describe('who is not signed in', () => {
  it.each([[`${CLOUD}/browse/SHOP-12`, '/login.jsp'], [RAPID, '/jira/login.jsp']])('is sent from %s to the login page', async (url, login) => {
    const reply = await get(url, { as: null });
    expect(reply).toMatchObject({ status: 302, headers: { location: expect.stringMatching(`^${login}\\?permissionViolation=true&os_destination=`) } });
    const shown = await get(new URL(String(reply.headers['location']), url).href, { as: null });
    expect(shown.status).toBe(200);
    expect(keysIn(readMarkup(shown.text))).toEqual([]);
  });

  it('sees no page as a stranger to the site either', async () => {
    expect((await get(`${CLOUD}/browse/SHOP-12`, { as: 'nightbuyer' })).status).toBe(302);
  });
});
