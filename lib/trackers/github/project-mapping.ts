import type { ProjectKey } from '../../core/issue.ts';
import { iterationKey } from '../../core/keys.ts';
import type { Health } from '../../core/roadmap/roadmap-item.ts';
import { iterationState } from '../../core/sprint/iterations.ts';
import type { Iteration, PlanningFields, PlanningProject } from '../../core/sprint/planning-project.ts';
import type { Sprint } from '../../core/sprint/sprint.ts';
import { DAY, type PlainDate } from '../../core/time.ts';
import type { Read } from '../read.ts';
import { readable, reasonOf } from '../rows.ts';
import { dayOf } from './project-items.ts';
import { graphqlFieldRow, graphqlIteration, linkedProjectRow, restFieldRow, restIteration } from './project-rows.ts';

const HEALTH: Readonly<Record<string, Health>> = { INACTIVE: 'inactive', ON_TRACK: 'on-track', AT_RISK: 'at-risk', OFF_TRACK: 'off-track', COMPLETE: 'complete' };

/** A linked project; `null` for one that is closed: nothing is planned there. Its address is written anew, so that what becomes a link can lead to this site only. */
export function readLinkedProject(host: string, owner: string, raw: unknown): Read<PlanningProject | null> {
  const read = linkedProjectRow.safeParse(raw);
  if (!read.success) return { ok: false, reason: reasonOf(read.error) };
  const { number, title, closed, shortDescription, updatedAt, owner: { __typename: kind }, statusUpdates } = read.data;
  if (closed) return { ok: true, value: null };
  const told = statusUpdates?.nodes?.find((node) => node !== null);
  return {
    ok: true,
    value: {
      number, title, summary: shortDescription ?? '', updatedAt: Date.parse(updatedAt), owner: kind === 'User' ? 'user' : 'organisation',
      url: `https://${host}/${kind === 'User' ? 'users' : 'orgs'}/${owner}/projects/${number}`,
      // A word of a later API reads as none.
      status: told ? { health: HEALTH[told.status ?? ''] ?? null, body: (told.body ?? '').slice(0, 2000), startsOn: dayOf(told.startDate), targetOn: dayOf(told.targetDate), by: told.creator?.login ?? null, at: Date.parse(told.createdAt) } : null,
    },
  };
}

/** A field by either way, with its iterations where it is of that kind. One that cannot be read is left out: its neighbours are still sprints. */
interface Field {
  readonly id: string;
  readonly name: string;
  readonly kind: string;
  readonly iterations: readonly Iteration[];
}

export function readRestField(raw: unknown): Read<Field> {
  const read = restFieldRow.safeParse(raw);
  if (!read.success) return { ok: false, reason: reasonOf(read.error) };
  const { id, name, data_type: kind, configuration } = read.data;
  const iterations = readable(restIteration, configuration?.iterations ?? []).map((row) => iteration(row.id, row.title.raw, row.start_date, row.duration, row.completed));
  return { ok: true, value: { id: String(id), name, kind, iterations } };
}

export function readGraphqlField(raw: unknown): Read<Field> {
  const read = graphqlFieldRow.safeParse(raw);
  if (!read.success) return { ok: false, reason: reasonOf(read.error) };
  const { id, name, dataType, configuration } = read.data;
  const of = (rows: readonly unknown[], completed: boolean) => readable(graphqlIteration, rows).map((row) => iteration(row.id, row.title, row.startDate, row.duration, completed));
  return { ok: true, value: { id, name, kind: dataType.toLowerCase(), iterations: configuration ? [...of(configuration.completedIterations, true), ...of(configuration.iterations, false)] : [] } };
}

/** Its length is in days, the first included. */
function iteration(id: string, title: string, start: string, duration: number, completed: boolean): Iteration {
  const endsOn = new Date(Date.parse(`${start}T00:00:00Z`) + (duration - 1) * DAY).toISOString().slice(0, 10);
  // The schema has read the one, and the other is written in its shape.
  return { id, title, startsOn: start as PlainDate, endsOn: endsOn as PlainDate, completed };
}

const START = /start|begin/i;
const TARGET = /target|due|end|deadline/i;

/** Which fields plan time: of several iteration fields the first that has any iterations, of the dates those whose names say what they are. */
export function planningFields(fields: readonly Field[]): { readonly fields: PlanningFields; readonly iterations: readonly Iteration[] } {
  const dates = fields.filter(({ kind }) => kind === 'date');
  const planned = fields.find(({ kind, iterations }) => kind === 'iteration' && iterations.length > 0);
  return {
    fields: { iteration: planned?.id ?? null, startOn: dates.find(({ name }) => START.test(name))?.id ?? null, targetOn: dates.find(({ name }) => TARGET.test(name))?.id ?? null },
    iterations: planned?.iterations ?? [],
  };
}

/** An iteration as a sprint of the repository. Its number orders it by its start and tells Projects apart; no milestone has one as high. */
export function sprintOfIteration(project: ProjectKey, of: PlanningProject, { id, title, startsOn, endsOn, completed }: Iteration, today: PlainDate): Sprint {
  const startsAt = Date.parse(`${startsOn}T00:00:00Z`);
  return {
    key: iterationKey(project, of.number, id), project, number: Math.floor(startsAt / DAY) * 1000 + (of.number % 1000), title, url: of.url, state: iterationState({ startsOn, endsOn, completed }, today),
    // GitHub's iterations have no words of their own.
    description: '', board: { id: of.number, name: of.title }, startsOn, dueOn: endsOn, createdAt: startsAt, updatedAt: startsAt,
    // Nor are their issues counted: progress is told from the issues themselves.
    openIssues: 0, closedIssues: 0,
  };
}
