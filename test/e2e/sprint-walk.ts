import type { IssueKey, ProjectKey, SprintKey } from '../../lib/core/issue.ts';
import type { MessageName, Messages } from '../../lib/messaging/messages.ts';
import { historyOf } from '../tracker/edit/history.ts';
import type { World } from '../tracker/model/world.ts';
import { demoWorld } from '../tracker/world.ts';
import { eventually } from './eventually.ts';

/** A page of ours, in whatever browser: what a person reads on it and does. */
export interface Room {
  text(selector: string): Promise<string>;
  attribute(selector: string, name: string): Promise<string>;
  click(selector: string): Promise<void>;
  /** Opens what is folded under those words. */
  unfold(words: string): Promise<void>;
  choose(selector: string, value: string): Promise<void>;
  fill(selector: string, words: string): Promise<void>;
  close(): Promise<void>;
}

export interface Visitor {
  readonly tracker: { readonly world: World };
  enter(path: string, ready: string): Promise<Room>;
  ask<N extends MessageName>(name: N, payload: Messages[N]['request']): Promise<Messages[N]['response']>;
}

const CLOUD = 'acme.atlassian.net';
const SHOP = 'github.com/acme/shop' as ProjectKey;
const JIRA = `${CLOUD}/SHOP` as ProjectKey;
const OPS = `${CLOUD}/OPS` as ProjectKey;
const LONG = 100_000;

/** A world with everything that a team can plan in: milestones, iterations of Projects, sprints and a Kanban board. */
export const planningWorld = (): World => demoWorld({ plans: true });

/** Makes the projects known, as a page of each does, and waits until their sprints are. */
export async function meetTeams({ ask }: Visitor): Promise<void> {
  await ask('connect', { host: 'github.com', token: 'ghp_demo_writer' });
  for (const [project, key] of [[SHOP, `${SHOP}#1`], [JIRA, `${JIRA}-1`], [OPS, `${OPS}-1`]] as const) await ask('describe', { keys: [key as IssueKey], project });
  for (const project of [SHOP, JIRA]) await eventually(() => ask('sprintLedger', { project }), ({ sprints }) => sprints.length > 1, LONG);
  await eventually(async () => (await ask('sprintLedger', { project: SHOP })).sprints.map(({ title }) => title), (titles) => titles.includes('Iteration 10') && titles.includes('Sprint 24'), LONG);
}

export interface Sprinting {
  readonly name: string;
  readonly project: ProjectKey;
  /** The sprint that runs, and the one before it whose outcome nobody has said. */
  readonly title: string;
  readonly ended: string;
  /** Where an edited goal stands at the tracker; `null` where trackers have no place that may be written. */
  stands(world: World): string | null;
}

export const SPRINTS: readonly Sprinting[] = [
  { name: 'a GitHub milestone', project: SHOP, title: 'Sprint 24', ended: 'Sprint 23', stands: (world) => shopOf(world).milestones.get(2)?.description ?? '' },
  { name: 'an iteration of a GitHub Project', project: SHOP, title: 'Iteration 10', ended: 'Iteration 9', stands: () => null },
  { name: 'a Jira sprint', project: JIRA, title: 'Shop Sprint 24', ended: 'Shop Sprint 23', stands: (world) => [...siteOf(world).sprints.values()].find(({ name }) => name === 'Shop Sprint 24')?.goal ?? '' },
];

/** What was seen on the way. */
export interface SprintAccount {
  readonly goal: string;
  readonly odds: string;
  readonly progress: string;
  readonly days: string;
  /** How often the label that marks an issue was put on it. */
  readonly labelled: number;
  readonly goalThen: string;
  readonly note: string;
  readonly outcomeBefore: string;
  readonly outcomeThen: string;
  readonly result: string | undefined;
}

/** A daily and a review: reads the goal and the odds in the popup, marks an issue, writes another goal, and says in the ledger what became of the last one. */
export async function walkSprint(visitor: Visitor, { project, title, ended, stands }: Sprinting): Promise<SprintAccount> {
  const { ask, enter, tracker: { world } } = visitor;
  const known = (await ask('sprintLedger', { project })).sprints;
  const keyOf = (name: string): SprintKey => known.find((one) => one.title === name)?.sprint ?? fail(`${name} is in no ledger`);
  await ask('pickSprint', { project, sprint: keyOf(title) });
  if (stands(world) === null) await ask('setGoals', { sprint: keyOf(ended), goals: ['Vouchers are found'], seen: [] });

  const popup = await enter('popup.html', '.popup-project');
  // A background that sleeps between its steps is asked, so that it stays awake as it does in people's browsers.
  const reads = (selector: string, enough: (shown: string) => boolean): Promise<string> => eventually(async () => (await ask('bulks', null), popup.text(selector)), enough, LONG);
  await popup.choose('.popup-project', project);
  await reads('.sprint-title', (shown) => shown === title);
  const [goal, days] = [await popup.text('.goal'), await popup.text('.sprint-days')];
  const odds = await reads('.verdict summary', (shown) => shown !== '');
  const progress = await reads('.progresses', (shown) => !shown.includes('…'));

  await popup.unfold('Which issues serve the goal');
  const box = '.serving li:not(:has(.push)) input:not(:checked):not(:disabled)';
  const reference = (await popup.attribute(box, 'aria-label')).replace(' serves the goal', '');
  await popup.click(box);
  await eventually(async () => (await ask('bulks', null), timesLabelled(world, project, reference)), (times) => times > 0, LONG);

  const wanted = `${title}: shoppers pay in two taps`;
  await popup.click('[aria-label="Edit the Sprint Goal"], .goal-none button');
  await popup.fill('.goals-form textarea', wanted);
  await popup.click('.goals-form [type=submit]');
  const goalThen = await reads('.goal', (shown) => shown === wanted);
  await eventually(async () => (await ask('bulks', null), stands(world)), (text) => text === null || text.includes(wanted), LONG);
  const note = await reads('.goal-note', (shown) => !shown.includes('Waiting'));
  await popup.close();

  const ledger = await enter(`workspace.html#/sprints/${project}?look=ledger`, '.ledger-entry');
  const entry = `.ledger-entry[aria-label="${ended}"]`;
  const outcomeBefore = await ledger.text(`${entry} .outcome`);
  await ledger.click(`${entry} .outcome-choice:first-of-type input`);
  await ledger.fill(`${entry} [aria-label="Note for the review"]`, 'Shown to three customers');
  await ledger.click(`${entry} .outcome-form [type=submit]`);
  const outcomeThen = await eventually(() => ledger.text(`${entry} .outcome`), (shown) => shown !== outcomeBefore);
  await ledger.close();
  const result = (await ask('sprintLedger', { project })).sprints.find((one) => one.title === ended)?.goals[0]?.outcome?.result;
  return { goal, odds, progress, days, labelled: timesLabelled(world, project, reference), goalThen, note, outcomeBefore, outcomeThen, result };
}

/** What a walk should have seen and has not, each in a sentence. */
export function amissIn(seen: SprintAccount, { title, stands }: Sprinting, world: World): string[] {
  const isWritten = stands(world) !== null;
  const laws: readonly (readonly [string, boolean])[] = [
    [`the goal reads “${seen.goal}”`, (isWritten ? /Returning customers can pay in under thirty seconds/ : /^This sprint has no goal yet/).test(seen.goal)],
    [`the odds read “${seen.odds}”`, /\d+ of 100|No odds yet/.test(seen.odds)],
    [`the progress reads “${seen.progress}”`, /Everything\d+ of \d+ done/.test(seen.progress)],
    [`the days read “${seen.days}”`, /working days? left|Last day|Over/.test(seen.days)],
    [`the issue was labelled ${seen.labelled} times`, seen.labelled === 1],
    [`the edited goal reads “${seen.goalThen}”`, seen.goalThen === `${title}: shoppers pay in two taps`],
    [`its place reads “${seen.note}”`, (isWritten ? /^Read from/ : /^Kept in this browser/).test(seen.note)],
    [`the ledger asked “${seen.outcomeBefore}”, then said “${seen.outcomeThen}”, and kept ${seen.result}`, seen.outcomeBefore === 'Nobody has said' && seen.outcomeThen === 'Met' && seen.result === 'met'],
    [`a Project was written ${world.planWrites} times`, world.planWrites === 0],
  ];
  return laws.flatMap(([words, holds]) => (holds ? [] : [words]));
}

/** A team without sprints: what the popup and the workspace say instead of a goal. */
export async function walkKanban({ enter }: Visitor): Promise<{ popup: string; workspace: string }> {
  const popup = await enter('popup.html', '.popup-project');
  await popup.choose('.popup-project', OPS);
  const shown = await eventually(() => popup.text('.popup-body'), (text) => text.includes('has no sprints'), LONG);
  await popup.close();
  const page = await enter(`workspace.html#/sprints/${OPS}`, '#no-sprints');
  const workspace = await eventually(() => page.text('main'), (text) => text.includes('In progress, the oldest first'), LONG);
  await page.close();
  return { popup: shown, workspace };
}

function timesLabelled(world: World, project: ProjectKey, reference: string): number {
  if (project === SHOP) {
    const issue = shopOf(world).issues.get(Number(/\d+$/.exec(reference)?.[0])) ?? fail(`${reference} is no issue`);
    return historyOf(world, shopOf(world), issue).filter((event) => event.event === 'labeled' && 'label' in event && event.label?.name === LABEL).length;
  }
  const issue = siteOf(world).issues.get(siteOf(world).keys.get(reference) ?? '') ?? fail(`${reference} is no issue`);
  const has = (labels: unknown): boolean => String(labels ?? '').split(' ').includes(LABEL);
  return issue.changes.flatMap(({ items }) => items).filter((change) => change.field === 'labels' && has(change.toString) && !has(change.fromString)).length;
}

const LABEL = 'sprint-goal';
const shopOf = (world: World) => world.repositories.find(({ name }) => name === 'shop') ?? fail('the demo has no shop');
const siteOf = (world: World) => world.jira.sites.find(({ host }) => host === CLOUD) ?? fail('the demo has no Jira');

function fail(words: string): never {
  throw new Error(words);
}
