import type { ProjectKey } from '../../core/issue.ts';
import { jiraSprintKey, withoutHost } from '../../core/keys.ts';
import type { Board, Sprint } from '../../core/sprint/sprint.ts';
import type { PlainDate, WorkCalendar } from '../../core/time.ts';
import type { Read } from '../read.ts';
import { reasonOf, titleOf } from '../rows.ts';
import { homeOf } from './hosts.ts';
import { readDay, readMoment } from './moments.ts';
import { sprintRow } from './rows.ts';
import type { JiraSite, KnownBoard } from './site.ts';

const STATES = { active: 'open', future: 'future', closed: 'closed' } as const;

/** Whose sprint it is, and in which of the team's days a moment lies. */
interface SprintView {
  readonly host: string;
  readonly site: JiraSite;
  readonly project: ProjectKey;
  readonly dateOf: WorkCalendar['dateOf'] | undefined;
}

/** One sprint as one of that project, seen on a board; of several boards that show it, the one where it was made is its own. */
export function readSprintRow({ host, site, project, dateOf }: SprintView, seenOn: KnownBoard | null, raw: unknown): Read<Sprint> {
  const read = sprintRow.safeParse(raw);
  if (!read.success) return { ok: false, reason: reasonOf(read.error) };
  const row = read.data;
  const board = typeof row.originBoardId === 'number' ? originOf(site, project, row.originBoardId) : seenOn;
  const moments = [row.createdDate, row.startDate, row.activatedDate, row.completeDate].map(readMoment).filter((at) => at !== null);
  // Jira tells a sprint's ends in UTC, by which an evening in America is the day after.
  const dayOf = (told: unknown): PlainDate | null => {
    const at = readMoment(told);
    return at === null || dateOf === undefined ? readDay(told) : dateOf(at);
  };
  const startedAt = readMoment(row.activatedDate);
  const createdAt = readMoment(row.createdDate) ?? Math.min(...moments, readMoment(row.endDate) ?? Infinity);
  return {
    ok: true,
    value: {
      key: jiraSprintKey(project, row.id),
      project,
      number: row.id,
      title: titleOf(row.name),
      url: board ? boardUrl(host, site, project, board) : `${homeOf(host, site.context)}/issues/?jql=sprint%20%3D%20${row.id}`,
      // The pattern leaves these three.
      state: STATES[row.state as keyof typeof STATES],
      description: row.goal?.trim() ?? '',
      goalIn: 'field',
      board: board && { id: board.id, name: board.name },
      completedAt: readMoment(row.completeDate),
      ...(startedAt !== null && { startedAt }),
      startsOn: dayOf(row.startDate),
      dueOn: dayOf(row.endDate),
      // A sprint without any date, on a server that does not tell when it was made.
      createdAt: Number.isFinite(createdAt) ? createdAt : 0,
      updatedAt: Math.max(0, ...moments),
      // Jira does not count: progress is told from the issues themselves.
      openIssues: 0,
      closedIssues: 0,
    },
  };
}

/** Another project's board has no name here, whichever of ours shows its sprint. */
function originOf(site: JiraSite, project: ProjectKey, id: number): Pick<KnownBoard, 'id' | 'name' | 'kind'> {
  return boardsOf(site, project).find((board) => board.id === id) ?? { id, name: `Board ${id}`, kind: 'scrum' };
}

export function boardsOf({ boards }: JiraSite, project: ProjectKey): readonly KnownBoard[] {
  return boards[withoutHost(project)]?.list ?? [];
}

/** The project's boards as the rest of Waymark knows them. */
export function readBoards(host: string, site: JiraSite, project: ProjectKey): Board[] {
  const named = site.statuses?.named ?? {};
  return boardsOf(site, project).map((board) => ({
    id: board.id,
    name: board.name,
    kind: board.kind,
    url: boardUrl(host, site, project, board),
    columns: board.columns.map(({ name, statuses }) => ({ name, statuses: statuses.flatMap((id) => named[id]?.name ?? []) })),
  }));
}

function boardUrl(host: string, site: JiraSite, project: ProjectKey, { id, kind }: Pick<KnownBoard, 'id' | 'kind'>): string {
  const home = homeOf(host, site.context);
  const key = withoutHost(project);
  if (site.flavour === 'data-center') return `${home}/secure/RapidBoard.jspa?rapidView=${id}&projectKey=${key}`;
  // A team-managed project's pages lack the `c` of company-managed ones.
  return `${home}/jira/software/${kind === 'simple' ? '' : 'c/'}projects/${key}/boards/${id}`;
}
