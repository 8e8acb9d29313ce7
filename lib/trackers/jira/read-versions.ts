import type { ProjectKey } from '../../core/issue.ts';
import { changedShape, fail, readAnswer, succeed } from '../exchange.ts';
import type { Credentials, Exchanged, ProjectVersion } from '../tracker.ts';
import type { Client } from './client.ts';
import { placeOfProject } from './keyed.ts';
import { readDay } from './moments.ts';
import { platform, put } from './put.ts';
import { reach } from './reach.ts';
import { versionRows } from './rows.ts';

/** The versions of a project, in one request: Jira answers all of them at once. One without a name is left out. */
export async function readVersions(client: Client, credentials: Credentials, project: ProjectKey, signal?: AbortSignal): Promise<Exchanged<readonly ProjectVersion[]>> {
  const known = await reach(client, credentials, { place: placeOfProject(project), what: 'project' }, () => ({}), signal);
  if ('lesson' in known) return known.lesson;
  const { access, place } = known;
  return readAnswer<readonly ProjectVersion[]>(await put(client, access, platform(access.site, `project/${place.written}/versions`)), ({ body }) => {
    const read = versionRows.safeParse(body);
    if (!read.success) return fail(changedShape('a list of versions was expected'));
    return succeed(read.data.flatMap(({ id, name, startDate, releaseDate, released, archived }) => (name === undefined || archived === true ? [] : [{ url: id == null ? null : `https://${place.host}${access.site.context}/projects/${place.written}/versions/${id}`, name, startOn: readDay(startDate), releaseOn: readDay(releaseDate), released: released ?? false }])));
  });
}
