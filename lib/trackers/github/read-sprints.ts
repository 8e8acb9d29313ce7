import type { ProjectKey, SprintKey } from '../../core/issue.ts';
import type { Sprint } from '../../core/sprint/sprint.ts';
import { changedShape, fail, readAnswer, readRows, refuse, succeed } from '../exchange.ts';
import type { Credentials, Exchanged, SprintPage } from '../tracker.ts';
import type { Send } from './client.ts';
import { placeOfProject, placeOfSprint } from './keyed.ts';
import { nextPage } from './link-header.ts';
import { routes } from './routes.ts';
import { readMilestoneRow } from './sprint-mapping.ts';

/** All milestones, latest due date first. There is no `since` for them; the ETag makes a quiet project cost nothing. */
export async function readSprints(
  send: Send,
  credentials: Credentials,
  project: ProjectKey,
  next: string | null,
  etag: string | null,
  signal?: AbortSignal,
): Promise<Exchanged<SprintPage>> {
  const place = placeOfProject(project);
  if (place === null) return refuse(changedShape('no project of GitHub'));
  const call = next === null ? routes.milestones(place) : { method: 'GET', url: next };
  return readAnswer<SprintPage>(await send(credentials, call, { etag, signal }), (answer) => {
    const { status, body } = answer;
    const told = answer.headers.get('etag');
    if (status === 304) return succeed({ unchanged: true, sprints: [], rejected: [], next: null, etag: told ?? etag });
    const list = readRows(body, (raw) => readMilestoneRow(project, raw));
    if (!list.ok) return list;
    return succeed({ unchanged: false, sprints: list.value.rows, rejected: list.value.rejected, next: nextPage(answer), etag: told });
  });
}

export async function readSprint(send: Send, credentials: Credentials, key: SprintKey, signal?: AbortSignal): Promise<Exchanged<Sprint>> {
  const place = placeOfSprint(key);
  if (place === null) return refuse(changedShape('no milestone of GitHub'));
  return readAnswer<Sprint>(await send(credentials, routes.milestone(place, place.number), { signal }), ({ body }) => {
    const read = readMilestoneRow(place.project, body);
    return read.ok ? succeed(read.value) : fail(changedShape(read.reason));
  });
}
