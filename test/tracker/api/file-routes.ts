import { blobOf, type Branch, commitOf, fullName, type Repository } from '../model/repository.ts';
import { type Answer, ok, type RepositoryCall } from './answer.ts';
import { field } from './body.ts';
import { badRequest, conflict, invalidSha, notFound } from './refusals.ts';

const MEGABYTE = 1_000_000;

/** A file as the contents API gives it: base64 in lines of sixty, above a megabyte without content; a folder as a list. */
export function getFile({ repository, role, query }: RepositoryCall, path: string): Answer {
  const branch = repository.branches.get(query.get('ref') ?? 'main');
  if (!branch) return notFound();
  const text = branch.files.get(path);
  if (text !== undefined) return ok(represent(repository, role.apiRoot, path, text));
  const inside = [...branch.files].filter(([name]) => name.startsWith(`${path}/`));
  return inside.length === 0 ? notFound() : ok(inside.map(([name, content]) => represent(repository, role.apiRoot, name, content)));
}

/** Commits one file to a branch. Whoever does not name the content that is there is refused. */
export function putFile(call: RepositoryCall, path: string): Answer {
  const { repository, role, body, at } = call;
  const [message, content, sha, name] = ['message', 'content', 'sha', 'branch'].map((member) => field(body, member));
  const branch = repository.branches.get(typeof name === 'string' ? name : 'main');
  if (!branch) return notFound();
  if (typeof message !== 'string' || typeof content !== 'string') return badRequest('Invalid request.\n\n"message" and "content" were not supplied.');
  const before = branch.files.get(path);
  if (before !== undefined && sha === undefined) return invalidSha('"sha" wasn\'t supplied.');
  if ((before === undefined ? undefined : blobOf(before)) !== sha) return conflict(`${path} does not match ${String(sha)}`);
  const text = Buffer.from(content, 'base64').toString();
  branch.files.set(path, text);
  branch.head = commitOf(branch.head, message, path, text, at);
  return { status: before === undefined ? 201 : 200, body: { content: { ...represent(repository, role.apiRoot, path, text), content: undefined }, commit: { sha: branch.head, message } } };
}

export function getBranch({ repository, role }: RepositoryCall, ref: string): Answer {
  const name = ref.replace(/^heads\//, '');
  const branch = repository.branches.get(name);
  return branch && ref.startsWith('heads/') ? ok(refOf(repository, role.apiRoot, name, branch)) : notFound();
}

export function postBranch({ repository, role, body }: RepositoryCall): Answer {
  const [ref, sha] = [field(body, 'ref'), field(body, 'sha')];
  const [, name] = /^refs\/heads\/([\w./-]+)$/.exec(String(ref)) ?? [];
  if (name === undefined) return badRequest('Reference name must start with \'refs\'');
  if (repository.branches.has(name)) return badRequest('Reference already exists');
  const from = [...repository.branches.values()].find((branch) => branch.head === sha);
  if (!from) return badRequest('Object does not exist');
  const branch: Branch = { head: from.head, files: new Map(from.files) };
  repository.branches.set(name, branch);
  return { status: 201, body: refOf(repository, role.apiRoot, name, branch) };
}

function represent(repository: Repository, apiRoot: string, path: string, text: string): object {
  const bytes = Buffer.from(text);
  const tooLarge = bytes.length > MEGABYTE;
  return {
    type: 'file', name: path.split('/').at(-1), path, sha: blobOf(text), size: bytes.length, url: `${apiRoot}/repos/${fullName(repository)}/contents/${path}`,
    encoding: tooLarge ? 'none' : 'base64', content: tooLarge ? '' : bytes.toString('base64').replaceAll(/(.{60})/g, '$1\n'),
  };
}

function refOf(repository: Repository, apiRoot: string, name: string, { head }: Branch): object {
  return { ref: `refs/heads/${name}`, url: `${apiRoot}/repos/${fullName(repository)}/git/refs/heads/${name}`, object: { type: 'commit', sha: head } };
}
