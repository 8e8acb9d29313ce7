import type { JiraSprint } from '../model/board.ts';
import type { View } from './view.ts';

const utc = (at: number): string => new Date(at).toISOString();

/** As the agile API answers it. A sprint without a goal has an empty one on Cloud and none on Data Center; what has no date has no property for it. */
export function representSprint(view: View, sprint: JiraSprint): object {
  return {
    id: sprint.id, self: `${view.root}/rest/agile/1.0/sprint/${sprint.id}`, state: sprint.state, name: sprint.name, ...datesOf(sprint),
    ...(view.site.flavour === 'cloud' ? { createdDate: utc(sprint.createdAt) } : {}), originBoardId: sprint.boardId, ...(sprint.goal === '' && view.site.flavour === 'dc' ? {} : { goal: sprint.goal }),
  };
}

/** As it stands in an issue's Sprint field: an object on Cloud, on Data Center what Java's toString made of it. */
export function representSprintOfIssue(view: View, sprint: JiraSprint): object | string {
  return view.site.flavour === 'cloud' ? { id: sprint.id, name: sprint.name, state: sprint.state, boardId: sprint.boardId, goal: sprint.goal, ...datesOf(sprint) } : toJavaString(sprint);
}

function datesOf({ startAt, endAt, completedAt }: JiraSprint): object {
  return { ...(startAt === null ? {} : { startDate: utc(startAt) }), ...(endAt === null ? {} : { endDate: utc(endAt) }), ...(completedAt === null ? {} : { completeDate: utc(completedAt) }) };
}

/** Nothing is quoted, and the order is another one in older releases. */
function toJavaString(sprint: JiraSprint): string {
  const when = (at: number | null): string => (at === null ? '<null>' : utc(at));
  const goal = `goal=${sprint.goal === '' ? '<null>' : sprint.goal}`;
  const head = [`id=${sprint.id}`, `rapidViewId=${sprint.boardId}`, `state=${sprint.state.toUpperCase()}`, `name=${sprint.name}`];
  const dates = [`startDate=${when(sprint.startAt)}`, `endDate=${when(sprint.endAt)}`, `completeDate=${when(sprint.completedAt)}`, `activatedDate=${when(sprint.startAt)}`, `sequence=${sprint.id}`];
  const parts = sprint.id % 2 === 0 ? [...head, goal, ...dates] : [...head, ...dates, goal, 'synced=false', 'autoStartStop=false'];
  return `com.atlassian.greenhopper.service.sprint.Sprint@${(sprint.id * 2_654_435_761 % 4_294_967_296).toString(16)}[${parts.join(',')}]`;
}
