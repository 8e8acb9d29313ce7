import type { ProjectKey } from '../../lib/core/issue.ts';
import { badges, launch } from '../e2e/waymark.ts';
import { prepareDemo } from './demo.ts';
import { walkWorkspace } from './walk-workspace.ts';

/** The main job from beginning to end, as a newcomer meets it: printed, and kept as pictures. */
export async function walk(pictures: string): Promise<void> {
  const waymark = await launch();
  const say = (text: string): void => console.log(text);
  try {
    say('\nJust installed, nothing configured:');
    const list = await waymark.open('https://github.com/acme/shop/issues');
    await badges(list).first().waitFor({ timeout: 20_000 });
    const requests = waymark.tracker.requests.filter((request) => request.host === 'api.github.com').length;
    say(`  the issue list shows ${await badges(list).count()} badges after ${requests} anonymous requests`);

    say('\nWith a token and a roadmap:');
    await prepareDemo(waymark);
    await list.reload();
    await badges(list).first().waitFor();
    await list.waitForTimeout(3000);
    for (const badge of (await badges(list).all()).slice(0, 8)) say(`  ${await badge.getAttribute('issue')}: ${await badge.locator('button [role=img]').getAttribute('aria-label')}`);
    await list.screenshot({ path: `${pictures}/list.png` });

    const first = badges(list).first();
    const key = (await first.getAttribute('issue')) ?? '';
    await first.locator('button').click();
    const card = list.locator('waymark-card');
    await card.getByRole('dialog').waitFor();
    await card.getByText('Why this score').first().waitFor();
    say(`\nThe card of ${key} opens: ${(await card.getByRole('dialog').getAttribute('aria-label')) ?? 'a dialog'}`);
    await list.screenshot({ path: `${pictures}/card.png` });
    await list.keyboard.press('Escape');

    const number = key.split('#')[1] ?? '1';
    const issue = await waymark.open(`https://github.com/acme/shop/issues/${number}`);
    await badges(issue).first().waitFor();
    say(`  its page says: ${await badges(issue).first().locator('button [role=img]').getAttribute('aria-label')}`);
    await issue.screenshot({ path: `${pictures}/issue.png` });

    const board = await waymark.open('https://github.com/orgs/acme/projects/1/views/1');
    await badges(board).first().waitFor();
    await board.waitForTimeout(1000);
    say(`  the board shows ${await badges(board).count()} badges on the cards in sight`);
    await board.screenshot({ path: `${pictures}/board.png` });

    const popup = await waymark.openOwn('popup.html');
    await popup.setViewportSize({ width: 400, height: 620 });
    await popup.getByRole('heading').first().waitFor();
    await popup.waitForTimeout(1000);
    const view = await waymark.ask('popup', { project: null, board: null });
    say(`\nThe popup: ${view.sprint?.sprint.title ?? 'no sprint'}: ${view.sprint?.goal?.text ?? 'no goal'}`);
    say(`  ${view.sprint?.workingDaysLeft ?? '?'} working days left, ${view.sprint?.issues.done ?? 0} of ${view.sprint?.issues.total ?? 0} issues done, ${view.sprint?.flagged.length ?? 0} with risk flags`);
    await popup.screenshot({ path: `${pictures}/popup.png` });

    say('\nSigned in to Jira in this browser, and nothing set up:');
    await waymark.context.newPage().then((page) => page.goto('https://acme.atlassian.net/__sign-in?as=maya&to=/jira/for-you').then(() => page.close()));
    const since = Date.now();
    const jira = await waymark.open('https://acme.atlassian.net/jira/software/c/projects/SHOP/boards/1');
    await badges(jira).first().waitFor({ timeout: 20_000 });
    say(`  the board's first badge stands ${Date.now() - since} ms after the page was asked for`);
    await jira.waitForTimeout(3000);
    say(`  it shows ${await badges(jira).count()} badges: ${(await badges(jira).first().locator('button [role=img]').getAttribute('aria-label')) ?? ''}`);
    await jira.screenshot({ path: `${pictures}/jira-board.png` });
    const epic = await waymark.open('https://acme.atlassian.net/browse/SHOP-99');
    await badges(epic).first().waitFor({ timeout: 20_000 });
    await epic.waitForTimeout(2000);
    await badges(epic).first().locator('button').click();
    await epic.locator('waymark-card').getByText('Why this score').first().waitFor();
    await epic.screenshot({ path: `${pictures}/jira-issue.png` });
    const jiraPopup = await waymark.ask('popup', { project: 'acme.atlassian.net/SHOP' as ProjectKey, board: 1 });
    say(`  the popup: ${jiraPopup.sprint?.sprint.title ?? 'no sprint'}: ${jiraPopup.sprint?.goal?.text ?? 'no goal'}`);

    const workspace = await walkWorkspace(waymark, pictures, say);

    await list.bringToFront();
    await list.emulateMedia({ colorScheme: 'dark' });
    await list.screenshot({ path: `${pictures}/list-dark.png` });
    say(`\nPictures: ${pictures}/{list,card,issue,board,popup,jira-board,jira-issue,${workspace.join(',')},list-dark}.png`);
  } finally {
    await waymark.close();
  }
}
