import type { RoadmapItemWish, SprintReport } from '../../lib/messaging/messages.ts';
import type { ProjectKey } from '../../lib/core/issue.ts';
import { outOfHundred } from '../../lib/core/share-words.ts';
import type { PlainDate } from '../../lib/core/time.ts';
import type { Waymark } from '../e2e/waymark.ts';

const PROJECTS = ['github.com/acme/shop', 'acme.atlassian.net/SHOP'] as ProjectKey[];

/** The roadmap and the sprints of both trackers in the workspace: printed, and kept as pictures. Answers the pictures’ names. */
export async function walkWorkspace(waymark: Waymark, pictures: string, say: (text: string) => void): Promise<string[]> {
  await planItems(waymark);
  const roadmap = await waymark.openOwn('workspace.html#roadmap');
  await roadmap.locator('main.roadmap[aria-busy=false] .item').first().waitFor({ timeout: 20_000 });
  await roadmap.waitForTimeout(1000);
  const { items, issues, flags } = await waymark.ask('roadmap', null);
  say(`\nThe roadmap in the workspace: ${items.length} items, ${issues.onItems} of ${issues.known} known issues on one of them; flags of the whole: ${flags.length}`);
  for (const { item, progress, health } of items.filter(({ described }) => described)) {
    const trackers = Object.entries(progress.byTracker).map(([tracker, { done, total }]) => `${tracker} ${done} of ${total}`).join(', ');
    say(`  ${item.title}: ${progress.issues.done} of ${progress.issues.total} issues done${trackers && ` (${trackers})`}, ${health.computed}: ${health.reasons[0]}`);
  }
  await roadmap.screenshot({ path: `${pictures}/roadmap.png` });
  await roadmap.getByRole('button', { name: 'Timeline', exact: true }).click();
  await roadmap.screenshot({ path: `${pictures}/roadmap-timeline.png` });

  const shown = ['roadmap', 'roadmap-timeline'];
  for (const project of PROJECTS) {
    const name = project.startsWith('github') ? 'sprints' : 'sprints-jira';
    const report = await markedReport(waymark, project);
    const { sprints } = await waymark.ask('sprintLedger', { project });
    say(`\nThe sprints of ${project}: ${report?.sprint.title ?? 'none runs'}: ${report?.goals.goals.join(' · ') ?? ''}`);
    if (report) say(`  ${report.health.health}: ${report.health.reasons[0]} ${oddsInWords(report)}`);
    say(`  the ledger holds ${sprints.length}; it asks for the outcome of ${sprints.filter(({ asks }) => asks).map(({ title }) => title).join(', ') || 'none'}`);
    const page = await waymark.openOwn(`workspace.html#/sprints/${project}`);
    await page.locator('main.sprints[aria-busy=false] .sprint-goal').waitFor({ timeout: 20_000 });
    await page.waitForTimeout(1000);
    await page.screenshot({ path: `${pictures}/${name}.png`, fullPage: true });
    shown.push(name);
    if (project !== PROJECTS[0]) continue;
    await page.getByRole('link', { name: 'Ledger' }).click();
    await page.locator('.ledger-entry').first().waitFor();
    await page.screenshot({ path: `${pictures}/ledger.png` });
    shown.push('ledger');
  }
  return shown;
}

/** The report on the sprint that runs, once its team has said which issues serve the goal. */
async function markedReport({ ask }: Waymark, project: ProjectKey): Promise<SprintReport | null> {
  const read = () => ask('sprintView', { project, sprint: null, last: false });
  const before = await read();
  const issues = Object.values(before?.issues ?? {});
  const serving = issues.filter(({ title }) => /voucher|checkout|pay/i.test(title));
  if (issues.length === 0) return before;
  await ask('markGoal', { keys: (serving.length > 0 ? serving : issues.slice(0, 4)).map(({ key }) => key), on: true });
  return read();
}

function oddsInWords({ odds }: SprintReport): string {
  if (odds.state === 'declined') return odds.because;
  if (odds.state === 'done') return '';
  const chance = (probability: number | null | undefined): string => (probability == null ? 'no odds' : outOfHundred(probability));
  return `In time by simulation: the goal ${chance(odds.goal?.probability)}, everything ${chance(odds.everything.probability)}.`;
}

/** Two of the demo's items as a team has them after a while: with days, rules, an owner and what they declare. */
async function planItems(waymark: Waymark): Promise<void> {
  const { items } = await waymark.ask('roadmap', null);
  const day = (offset: number): PlainDate => new Date(Date.now() + offset * 86_400_000).toISOString().slice(0, 10) as PlainDate; // a date in that form
  const plans: Readonly<Record<string, Partial<RoadmapItemWish>>> = {
    'faster-checkout': { theme: 'Growth', owner: 'maya', belongs: [{ milestone: 'Sprint 24' }, { milestone: 'Shop Sprint 24' }], declared: { health: 'on-track', note: 'Payments are in the hands of testers.', on: day(-3) }, risks: { value: 'tested', feasibility: 'open' } },
    'trusted-payments': { theme: 'Trust', owner: 'jonas-k', horizon: null, window: { from: day(-20), to: day(40) }, belongs: [{ label: 'area: payments' }] },
  };
  for (const { item } of items) {
    const { createdAt: _created, updatedAt: _updated, ...wish } = item;
    if (plans[item.id]) await waymark.ask('saveRoadmapItem', { item: { ...wish, ...plans[item.id] }, former: item.id });
  }
}
