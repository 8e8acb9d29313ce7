import type { Issue } from '../model/issue.ts';
import { fullName, type Repository } from '../model/repository.ts';
import { type Answer, ok, type RepositoryCall } from './answer.ts';
import { editOf, field } from './body.ts';
import { invalid, unprocessable } from './refusals.ts';

/** Pull requests of one branch: what a client asks before it makes another. */
export function listPulls({ repository, role, query }: RepositoryCall): Answer {
  const [, branch] = (query.get('head') ?? '').split(':');
  const state = query.get('state') ?? 'open';
  const pulls = [...repository.issues.values()].filter((issue) => issue.pull !== null && (branch === undefined || issue.pull.branch === branch) && (state === 'all' || issue.state === state));
  return ok(pulls.toReversed().slice(0, Number(query.get('per_page') ?? 30)).map((pull) => represent(repository, role.siteRoot, pull)));
}

export function postPull(call: RepositoryCall): Answer {
  const { world, repository, role, body, at } = call;
  const [title, head, base, text] = ['title', 'head', 'base', 'body'].map((member) => field(body, member));
  const [from, into] = [repository.branches.get(String(head)), repository.branches.get(String(base))];
  if (typeof title !== 'string' || title === '') return invalid('PullRequest', 'title', 'missing_field');
  if (!from) return invalid('PullRequest', 'head');
  if (!into) return invalid('PullRequest', 'base');
  if (from.head === into.head) return unprocessable(`No commits between ${String(base)} and ${String(head)}`);
  if ([...repository.issues.values()].some((issue) => issue.pull?.branch === head && issue.state === 'open')) return unprocessable(`A pull request already exists for ${repository.owner}:${String(head)}.`);
  const number = Math.max(0, ...repository.issues.keys(), ...repository.gone.keys()) + 1;
  const pull: Issue = {
    id: world.nextId++, number, author: editOf(call).actor, createdAt: at, pull: { draft: false, mergedAt: null, branch: String(head) }, title, body: typeof text === 'string' ? text : null, state: 'open', stateReason: null, labels: [],
    assignees: [], milestone: null, type: null, comments: 0, reactions: {}, fields: null, updatedAt: at, closedAt: null, closedBy: null, reopenedAt: null, locked: false, parent: null, children: [], blockedBy: [], blocking: [], raw: null,
  };
  repository.issues.set(number, pull);
  repository.revision += 1;
  return { status: 201, body: represent(repository, role.siteRoot, pull) };
}

const represent = (repository: Repository, siteRoot: string, { id, number, title, body, state, pull }: Issue): object => ({
  id, number, title, body, state, html_url: `${siteRoot}/${fullName(repository)}/pull/${number}`, head: { ref: pull?.branch, label: `${repository.owner}:${pull?.branch}` }, base: { ref: 'main' },
});
