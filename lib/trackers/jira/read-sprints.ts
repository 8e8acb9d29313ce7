import { fingerprint } from '../../core/fingerprint.ts';
import type { ProjectKey, SprintKey } from '../../core/issue.ts';
import type { Sprint } from '../../core/sprint/sprint.ts';
import type { WorkCalendar } from '../../core/time.ts';
import { changedShape, fail, readAnswer, readRows, refuse, succeed } from '../exchange.ts';
import type { Credentials, Exchanged, Outcome, RejectedRow, SprintPage } from '../tracker.ts';
import type { Client } from './client.ts';
import { placeOfProject, placeOfSprint } from './keyed.ts';
import { isMissing } from './learn-boards.ts';
import { put } from './put.ts';
import { reach } from './reach.ts';
import { agilePage } from './rows.ts';
import type { KnownBoard } from './site.ts';
import { boardsOf, readBoards, readSprintRow } from './sprint-mapping.ts';
import { firstStep, type SprintStep, stepAfter, stepOf, urlOfStep, withSprints } from './sprint-walk.ts';

/** Boards come and go seldom; they are looked for again when a walk begins after this. */
const BOARDS_KEPT = 6 * 3_600_000;
/** While a walk is on, its boards stay. */
const FOREVER = Number.MAX_SAFE_INTEGER;

/**
 * The sprints of a project's boards: first those that run or come, board by board, then those that were. Kanban boards have none.
 * The first page names the boards, and bears a mark of its own in place of an ETag: the same boards and sprints, the same mark.
 */
export async function readSprints(client: Client, credentials: Credentials, project: ProjectKey, next: string | null, etag: string | null, signal?: AbortSignal, dateOf?: WorkCalendar['dateOf']): Promise<Exchanged<SprintPage>> {
  const within = next === null ? BOARDS_KEPT : FOREVER;
  const known = await reach(client, credentials, { place: placeOfProject(project), what: 'project' }, ({ written }) => ({ statuses: true, boards: { project: written, within } }), signal);
  if ('lesson' in known) return known.lesson;
  const { host } = credentials;
  const { site } = known.access;
  const step = next === null ? firstStep(boardsOf(site, project)) : stepOf(host, site, next);
  const boards = readBoards(host, site, project);
  const page = (rows: readonly Sprint[], rejected: readonly RejectedRow[], on: SprintStep | null): Outcome<SprintPage> => {
    const mark = next === null ? fingerprint([rows, rejected, boards]) : null;
    if (etag !== null && etag === mark) return succeed({ unchanged: true, sprints: [], rejected: [], next: null, etag });
    return succeed({ unchanged: false, sprints: rows, rejected, next: on && urlOfStep(host, site, on), etag: mark, ...(next === null && { boards }) });
  };
  if (step === null) return next === null ? { outcome: page([], [], null), allowance: null } : refuse(changedShape('an address outside of the site'));
  // A team-managed project's board may have its sprints switched off: it says 400.
  const answer = await put(client, known.access, step.path, { isFine: isMissing });
  return readAnswer(answer, ({ status, body }) => {
    const read = agilePage.safeParse(status === 200 ? body : { values: [], isLast: true });
    if (!read.success) return fail(changedShape('a page of sprints was expected'));
    const { values } = read.data;
    const seenOn = boardsOf(site, project).find(({ id }) => id === step.board) ?? null;
    const list = readRows(values, (raw) => readSprintRow({ host, site, project, dateOf }, seenOn, raw));
    if (!list.ok) return list;
    return page(ownOf(list.value.rows, boardsOf(site, project), step), list.value.rejected, stepAfter(boardsOf(site, project), step, { ...read.data, count: values.length }));
  });
}

/** A sprint stands on every board that shows an issue of it: it is told once, with the board where it was made. */
function ownOf(sprints: readonly Sprint[], boards: readonly KnownBoard[], { board }: SprintStep): Sprint[] {
  const once = new Map(sprints.map((sprint) => [sprint.key, sprint]));
  return [...once.values()].filter((sprint) => sprint.board?.id === board || !withSprints(boards).some(({ id }) => id === sprint.board?.id));
}

export async function readSprint(client: Client, credentials: Credentials, key: SprintKey, signal?: AbortSignal, dateOf?: WorkCalendar['dateOf']): Promise<Exchanged<Sprint>> {
  const known = await reach(client, credentials, { place: placeOfSprint(key), what: 'sprint' }, ({ written }) => ({ boards: { project: written, within: FOREVER } }), signal);
  if ('lesson' in known) return known.lesson;
  const { access: { site }, place } = known;
  return readAnswer<Sprint>(await put(client, known.access, `/rest/agile/1.0/sprint/${place.sprint}`), ({ body }) => {
    const read = readSprintRow({ host: credentials.host, site, project: place.project, dateOf }, withSprints(boardsOf(site, place.project))[0] ?? null, body);
    return read.ok ? succeed(read.value) : fail(changedShape(read.reason));
  });
}
