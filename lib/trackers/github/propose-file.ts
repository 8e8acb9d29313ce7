import { type Answer, changedShape, fail, readAnswer, refuse, succeed } from '../exchange.ts';
import type { Credentials, Exchanged, FileProposal, Outcome, ProposalStep } from '../tracker.ts';
import type { Send } from './client.ts';
import { placeOfProject } from './keyed.ts';
import { isPath, readFile } from './read-file.ts';
import { branchRow, pullRow, repositoryRow } from './rows.ts';
import { type Repository, routes } from './routes.ts';

interface Asking {
  readonly send: Send;
  readonly credentials: Credentials;
  readonly at: Repository;
  readonly proposal: FileProposal;
  readonly signal: AbortSignal | undefined;
}

/**
 * The next request of a proposal: a branch from the head of the base, the file on it, a pull request. Each write is refused by GitHub when it has happened already, and a refusal leads to a look:
 * so whatever answer was lost, there is one branch, one commit and one pull request in the end.
 */
export async function proposeFile(send: Send, credentials: Credentials, proposal: FileProposal, step: ProposalStep, signal?: AbortSignal): Promise<Exchanged<ProposalStep>> {
  const at = placeOfProject(proposal.project);
  if (at === null || !isPath(proposal.place.path)) return refuse(changedShape('no file of GitHub'));
  const asking: Asking = { send, credentials, at, proposal, signal };
  switch (step.at) {
    case 'start':
      return proposal.place.branch === null ? findBase(asking) : headOf(asking, proposal.place.branch);
    case 'base':
      return headOf(asking, step.base);
    case 'branch':
      return addBranch(asking, step.base, step.head);
    case 'look':
      return look(asking, step.base, step.refused === true);
    case 'put':
      return put(asking, step.base);
    case 'pull-look':
      return lookForPull(asking, step.base, step.refused === true);
    case 'pull':
      return addPull(asking, step.base);
    default:
      return { outcome: succeed(step), allowance: null };
  }
}

async function findBase({ send, credentials, at, signal }: Asking): Promise<Exchanged<ProposalStep>> {
  return readAnswer<ProposalStep>(await send(credentials, routes.repository(at), { signal }), ({ body }) => {
    const row = repositoryRow.safeParse(body);
    return row.success ? succeed({ at: 'base', base: row.data.default_branch }) : fail(changedShape('a repository without a default branch'));
  });
}

async function headOf({ send, credentials, at, signal }: Asking, base: string): Promise<Exchanged<ProposalStep>> {
  return readAnswer<ProposalStep>(await send(credentials, routes.branch(at, base), { signal }), ({ body }) => {
    const row = branchRow.safeParse(body);
    return row.success ? succeed({ at: 'branch', base, head: row.data.object.sha }) : fail(changedShape('a branch without a commit'));
  });
}

async function addBranch({ send, credentials, at, proposal, signal }: Asking, base: string, head: string): Promise<Exchanged<ProposalStep>> {
  const answer = await send(credentials, routes.addBranch(at, proposal.branch, head), { signal, isFine: isThere });
  return readAnswer<ProposalStep>(answer, () => succeed({ at: 'look', base }));
}

async function look({ send, credentials, proposal, signal }: Asking, base: string, refused: boolean): Promise<Exchanged<ProposalStep>> {
  const { outcome, ...told } = await readFile(send, credentials, proposal.project, { path: proposal.place.path, branch: proposal.branch }, null, signal);
  if (!outcome.ok) return { ...told, outcome };
  const file = outcome.value;
  if (file.state === 'read' && file.text === proposal.text) return { ...told, outcome: succeed(committed(proposal, base)) };
  const blob = file.state === 'read' ? file.blob : null;
  // Refused although it is the same: asking on would be a circle.
  const free = file.state !== 'unreadable' && blob === proposal.basis && !refused;
  return { ...told, outcome: succeed(free ? { at: 'put', base } : { at: 'conflict' }) };
}

async function put({ send, credentials, at, proposal, signal }: Asking, base: string): Promise<Exchanged<ProposalStep>> {
  const { branch, title, text, basis, place } = proposal;
  const answer = await send(credentials, routes.putFile(at, place.path, { branch, message: title, content: encode(text), sha: basis }), { signal, isFine: isOutdated });
  return readAnswer<ProposalStep>(answer, (given) => succeed(isOutdated(given) ? { at: 'look', base, refused: true } : committed(proposal, base)));
}

async function lookForPull({ send, credentials, at, proposal, signal }: Asking, base: string, refused: boolean): Promise<Exchanged<ProposalStep>> {
  return readAnswer<ProposalStep>(await send(credentials, routes.pulls(at, proposal.branch), { signal }), ({ body }) => {
    if (!Array.isArray(body)) return fail(changedShape('a list of pull requests was expected'));
    if (body.length > 0) return readPull(credentials, body[0]);
    return refused ? fail(changedShape('a pull request that is there and cannot be seen')) : succeed({ at: 'pull', base });
  });
}

async function addPull({ send, credentials, at, proposal, signal }: Asking, base: string): Promise<Exchanged<ProposalStep>> {
  const answer = await send(credentials, routes.addPull(at, { head: proposal.branch, base, title: proposal.title, body: proposal.body }), { signal, isFine: isThere });
  return readAnswer<ProposalStep>(answer, (given) => (isThere(given) ? succeed({ at: 'pull-look', base, refused: true }) : readPull(credentials, given.body)));
}

function committed({ project, branch, pull }: FileProposal, base: string): ProposalStep {
  return pull ? { at: 'pull-look', base } : { at: 'done', url: `https://${project}/tree/${branch}` };
}

/** Only ever an address of the site itself: it becomes a link. */
function readPull({ host }: Credentials, raw: unknown): Outcome<ProposalStep> {
  const row = pullRow.safeParse(raw);
  const url = row.success && URL.canParse(row.data.html_url) ? new URL(row.data.html_url) : null;
  return url?.protocol === 'https:' && url.host === host.toLowerCase() ? succeed({ at: 'done', url: url.href }) : fail(changedShape('a pull request without an address'));
}

/** What a repeated creation is told: “Reference already exists”, “A pull request already exists for acme:…”. */
function isThere({ status, body }: Answer): boolean {
  return status === 422 && /already exists/i.test(JSON.stringify(body) ?? '');
}

/** The content there is another one than the write names; without a name, that there is one. */
function isOutdated({ status, body }: Answer): boolean {
  return status === 409 || (status === 422 && /sha/i.test(JSON.stringify(body) ?? ''));
}

function encode(text: string): string {
  let units = '';
  for (const byte of new TextEncoder().encode(text)) units += String.fromCharCode(byte);
  return btoa(units);
}
