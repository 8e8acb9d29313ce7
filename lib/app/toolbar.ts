import type { GoalHealth } from '../core/sprint/goal-health.ts';
import type { Sprint } from '../core/sprint/sprint.ts';
import { isFar, isOver, timeLeftInWords } from '../core/sprint/time-left.ts';
import type { ProjectRow } from '../storage/rows.ts';
import { currentSprintOf } from './current-sprint.ts';
import { keepPopup } from './last-popup.ts';
import { openPopup } from './open-popup.ts';
import type { Ports } from './ports.ts';
import { seenProjects } from './seen-projects.ts';
import { goalsOfSprint } from './sprint-goals.ts';
import { lastSprintReport, sprintReport } from './sprint-report.ts';

/** The toolbar is told at every change; how the goal goes changes with the day's work. */
const FRESH = 15 * 60_000;

/** So many characters show on the icon; of a hundred days with a sign the unit goes. */
const SHOWN = 4;

/** By sign as well as by colour: not everybody tells green from red. */
const LOOKS: Readonly<Record<GoalHealth['health'], { readonly sign: string; readonly colour: string; readonly words: string | null }>> = {
  'met': { sign: '✓', colour: '#1a7f37', words: 'Goal met' },
  'on-track': { sign: '', colour: '#1a7f37', words: 'On track' },
  'at-risk': { sign: '!', colour: '#9a6700', words: 'At risk' },
  'off-track': { sign: '✕', colour: '#d1242f', words: 'Off track' },
  'unknown': { sign: '', colour: '#0969da', words: null },
};

/**
 * The toolbar icon's state: working days left of the sprint of the project visited last, a sign and a colour for how its goal goes, and the goal as the tooltip.
 * Nothing stands on the icon when no sprint is known.
 */
export async function toolbarState(ports: Ports): Promise<{ text: string; title: string; colour: string }> {
  const project = await shownProject(ports);
  const { view: sprint = null, alongside = [] } = project ? await currentSprintOf(ports, project.project) : {};
  if (!sprint) return { text: '', title: 'Waymark: Sprint Goal', colour: '#59636e' };
  // Of several that run at once the icon must say which one it means.
  const name = alongside.length > 0 && sprint.sprint.board ? `${sprint.sprint.title} (${sprint.sprint.board.name})` : sprint.sprint.title;
  const [{ goals }, health] = await Promise.all([goalsOfSprint(ports, sprint.sprint), healthOfGoal(ports, sprint.sprint)]);
  const said = goals.length > 0 ? `\n${goals.join('\n')}` : '';
  const { sign, colour, words } = LOOKS[health?.health ?? 'unknown'];
  const state = words === null || health === null ? '' : `\n${words}. ${health.reasons[0] ?? ''}`;
  const left = timeLeftInWords(sprint, sprint.dueOn);
  const title = `${name}${left === null ? '' : `: ${left}`}${said}${state}`;
  const days = sprint.workingDaysLeft;
  const over = isOver(sprint);
  if (days === null || (isFar(sprint) && !over)) return { text: sign, title, colour: sign === '' ? '#59636e' : colour };
  return {
    text: health?.health === 'met' ? sign : over ? '!' : `${sign}${days}d`.slice(0, SHOWN),
    title,
    colour: over && health?.health !== 'met' ? '#d1242f' : health && health.health !== 'unknown' ? colour : days <= 2 ? '#9a6700' : colour,
  };
}

/** As it was reported last. */
async function healthOfGoal(ports: Ports, sprint: Sprint): Promise<GoalHealth | null> {
  const last = await lastSprintReport(ports, sprint.project, null);
  return last?.sprint.key === sprint.key ? last.health : null;
}

/** Reports anew on the sprint that the toolbar speaks of, where the last report is old; answers whether it did. Not while a page waits for its badges: it reads hundreds of rows. */
export async function renewReport(ports: Ports): Promise<boolean> {
  const project = await shownProject(ports);
  if (!project) return false;
  const last = await lastSprintReport(ports, project.project, null);
  const age = last ? ports.now() - last.madeAt : Infinity;
  if (age >= 0 && age < FRESH) return false;
  const report = await sprintReport(ports, project.project, null);
  // Who opens the popup for the first time has it at once, too.
  await keepPopup(ports, await openPopup(ports, project.project));
  return report !== null;
}

async function shownProject({ store }: Ports): Promise<ProjectRow | undefined> {
  return seenProjects(await store.projects())[0];
}

