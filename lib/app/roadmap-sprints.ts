import type { SprintKey } from '../core/issue.ts';
import type { SprintShare, WholeContext } from '../core/roadmap/roadmap-flag.ts';
import { currentSprint } from '../core/sprint/current-sprint.ts';
import { asOfDay } from '../core/sprint/iterations.ts';
import type { Sprint } from '../core/sprint/sprint.ts';
import type { WorkCalendar } from '../core/time.ts';
import type { SettingsRow } from '../storage/rows.ts';
import type { Ports } from './ports.ts';

/** The projects looked at last; whoever has more does not run a sprint in each. */
const PROJECTS = 20;

/** How much of the current sprints of all projects serves no roadmap item, and of the sprints before them: by where their issues belong today. `null` where no sprint runs. */
export async function sprintShare(ports: Ports, settings: SettingsRow, calendar: WorkCalendar): Promise<WholeContext['sprint']> {
  const projects = (await ports.store.projects()).filter(({ state }) => state === 'ready').toSorted((a, b) => b.visitedAt - a.visitedAt).slice(0, PROJECTS);
  const running: Sprint[] = [];
  const before: Sprint[] = [];
  const today = calendar.dateOf(ports.now());
  await Promise.all(projects.map(async ({ project }) => {
    const sprints = (await ports.store.sprints(project)).map((sprint) => asOfDay(sprint, today));
    const current = currentSprint(sprints, settings.pickedSprint[project] ?? null, ports.now(), calendar);
    // Boards start their sprints, several at once where several teams share a project.
    const open = sprints.filter((sprint) => sprint.key === current?.key || (sprint.board != null && sprint.state === 'open'));
    running.push(...open);
    before.push(...open.flatMap(({ board }) => latest(sprints.filter((sprint) => sprint.state === 'closed' && sprint.board?.id === board?.id)) ?? []));
  }));
  if (running.length === 0) return null;
  const [now, former] = await Promise.all([shareOf(ports, running, 'current'), shareOf(ports, before, 'former')]);
  return now && { ...now, former };
}

async function shareOf(ports: Ports, sprints: readonly Sprint[], which: string): Promise<SprintShare | null> {
  const keys = new Set<SprintKey>(sprints.map(({ key }) => key));
  const [first] = sprints;
  if (!first) return null;
  const counts = await Promise.all([...keys].map((key) => ports.store.sprintBelonging(key)));
  const sum = (of: (count: { issues: number; orphans: number }) => number): number => counts.reduce((total, count) => total + of(count), 0);
  return { name: keys.size === 1 ? first.title : `the ${keys.size} ${which} sprints`, issues: sum(({ issues }) => issues), orphans: sum(({ orphans }) => orphans) };
}

function latest(sprints: readonly Sprint[]): Sprint | null {
  return sprints.toSorted((a, b) => endOf(b) - endOf(a))[0] ?? null;
}

function endOf({ completedAt, dueOn, updatedAt }: Sprint): number {
  return completedAt ?? (dueOn === null ? updatedAt : Date.parse(dueOn));
}
