import { currentSprintOf } from './current-sprint.ts';
import type { Ports } from './ports.ts';

/**
 * The toolbar icon's state: working days left of the sprint of the project visited last, and the goal as its tooltip.
 * Nothing stands on the icon when no sprint is known.
 */
export async function toolbarState(ports: Ports): Promise<{ text: string; title: string; colour: string }> {
  const [project] = (await ports.store.projects()).filter((row) => row.state !== 'silent').toSorted((a, b) => b.visitedAt - a.visitedAt);
  const sprint = project ? (await currentSprintOf(ports, project.project)).view : null;
  if (!sprint || sprint.workingDaysLeft === null) return { text: '', title: sprint?.goal ? `${sprint.sprint.title}: ${sprint.goal.text}` : 'Waymark: Sprint Goal', colour: '#59636e' };
  const days = sprint.workingDaysLeft;
  const left = days < 0 ? `${-days} working days over` : days === 0 ? 'last day' : `${days} working ${days === 1 ? 'day' : 'days'} left`;
  return {
    text: days < 0 ? '!' : `${days}d`,
    title: `${sprint.sprint.title}: ${left}${sprint.goal ? `\n${sprint.goal.text}` : ''}`,
    colour: days < 0 ? '#d1242f' : days <= 2 ? '#9a6700' : '#0969da',
  };
}
