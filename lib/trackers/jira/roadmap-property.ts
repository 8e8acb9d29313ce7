import { fingerprint } from '../../core/fingerprint.ts';
import type { ProjectKey } from '../../core/issue.ts';
import { propertyText } from '../../core/roadmap/file/as-property.ts';
import { ROADMAP_PROPERTY } from '../../core/roadmap/file/place.ts';
import { changedShape, fail, readAnswer, succeed } from '../exchange.ts';
import type { Credentials, Exchanged, FileProposal, FileRead, ProposalStep, SendWrite } from '../tracker.ts';
import type { Access, Client } from './client.ts';
import { type Place, placeOfProject } from './keyed.ts';
import { doubted, platform, put } from './put.ts';
import { reach } from './reach.ts';
import { sendCall } from './write.ts';

/** The roadmap that a Jira project keeps in a property of its own: whoever may browse the project reads it. Properties have no ETag, so the text's fingerprint names its version. */
export async function readRoadmap(client: Client, credentials: Credentials, project: ProjectKey, etag: string | null, signal?: AbortSignal): Promise<Exchanged<FileRead>> {
  const known = await reach(client, credentials, { place: placeOfProject(project), what: 'project' }, () => ({}), signal);
  return 'lesson' in known ? known.lesson : read(client, known.access, known.place, etag);
}

/**
 * Writes it, where it still is what the change was made on: looked at first, then put. Jira has no way to refuse an outdated write, so a put whose answer was lost is looked at again (`unguarded`). It takes the
 * permission to administer the project.
 */
export async function proposeRoadmap(client: Client, send: SendWrite, credentials: Credentials, proposal: FileProposal, step: ProposalStep, signal?: AbortSignal): Promise<Exchanged<ProposalStep>> {
  const known = await reach(client, credentials, { place: placeOfProject(proposal.project), what: 'project' }, () => ({}), signal);
  if ('lesson' in known) return known.lesson;
  const { access, place } = known;
  const done: ProposalStep = { at: 'done', url: `https://${place.host}${access.site.context}/browse/${place.written}` };
  if (step.at === 'put') {
    const sent = await sendCall(client, send, access, { method: 'PUT', path: pathOf(access, place), body: JSON.stringify(JSON.parse(proposal.text)), permission: 'ADMINISTER_PROJECTS' });
    return { ...sent, outcome: sent.outcome.ok ? succeed(done) : sent.outcome };
  }
  if (step.at !== 'start') return { outcome: succeed(step), allowance: null };
  const { outcome, ...told } = await read(client, access, place, null);
  if (!outcome.ok) return { ...told, outcome };
  const there = outcome.value.state === 'read' ? outcome.value : null;
  if (there?.text === proposal.text) return { ...told, outcome: succeed(done) };
  return { ...told, outcome: succeed((there?.blob ?? null) === proposal.basis ? { at: 'put', base: '', unguarded: true } : { at: 'conflict' }) };
}

function pathOf({ site }: Access, { written }: Place): string {
  return platform(site, `project/${written}/properties/${ROADMAP_PROPERTY}`);
}

async function read(client: Client, access: Access, place: Place, etag: string | null): Promise<Exchanged<FileRead>> {
  const answer = await put(client, access, pathOf(access, place));
  // A signed-out browser is told so of everything.
  if (!answer.outcome.ok && answer.outcome.error.kind === 'not-found') return doubted(access, client.now()) ?? { ...answer, outcome: succeed({ state: 'absent' }) };
  return readAnswer<FileRead>(answer, ({ body }) => {
    if (typeof body !== 'object' || body === null || !('value' in body)) return fail(changedShape('a property without a value'));
    const text = propertyText(body.value);
    const version = fingerprint(text);
    return succeed(version === etag ? { state: 'unchanged' } : { state: 'read', text, blob: version, etag: version });
  });
}
