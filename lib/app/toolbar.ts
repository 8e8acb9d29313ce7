import { currentSprintOf } from './current-sprint.ts';
import type { Ports } from './ports.ts';

/**
 * The toolbar icon's state: working days left of the sprint of the project visited last, and the goal as its tooltip.
 * Nothing stands on the icon when no sprint is known.
 */
export async function toolbarState(ports: Ports): Promise<{ text: string; title: string; colour: string }> {
  const [project] = (await ports.store.projects()).filter((row) => row.state !== 'silent').toSorted((a, b) => b.visitedAt - a.visitedAt);
  const { view: sprint = null, alongside = [] } = project ? await currentSprintOf(ports, project.project) : {};
  // Of several that run at once the icon must say which one it means.
  const name = sprint && (alongside.length > 0 && sprint.sprint.board ? `${sprint.sprint.title} (${sprint.sprint.board.name})` : sprint.sprint.title);
  if (!sprint || sprint.workingDaysLeft === null) return { text: '', title: sprint?.goal ? `${name}: ${sprint.goal.text}` : 'Waymark: Sprint Goal', colour: '#59636e' };
  const days = sprint.workingDaysLeft;
  const left = days < 0 ? `${-days} working days over` : days === 0 ? 'last day' : `${days} working ${days === 1 ? 'day' : 'days'} left`;
  return {
    text: days < 0 ? '!' : `${days}d`,
    title: `${name}: ${left}${sprint.goal ? `\n${sprint.goal.text}` : ''}`,
    colour: days < 0 ? '#d1242f' : days <= 2 ? '#9a6700' : '#0969da',
  };
}
