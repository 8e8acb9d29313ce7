import { Octokit } from '@octokit/core';

/** A request in its final form. Routes are checked against GitHub's published contract by @octokit/openapi-types. */
export interface Call {
  readonly method: string;
  readonly url: string;
  readonly body?: unknown;
}

/** A repository on a site: what a project key names. */
export interface Repository {
  readonly base: string;
  readonly owner: string;
  readonly repository: string;
}

const { endpoint } = new Octokit().request;

export const routes = {
  /** Oldest change first: rows that change during the walk move ahead of it and are read again, never lost. */
  changes: (at: Repository, since: string | null): Call =>
    endpoint('GET /repos/{owner}/{repo}/issues', {
      ...named(at),
      state: 'all',
      sort: 'updated',
      direction: 'asc',
      per_page: 100,
      ...(since !== null && { since }),
    }),
  open: (at: Repository): Call =>
    endpoint('GET /repos/{owner}/{repo}/issues', { ...named(at), state: 'open', sort: 'created', direction: 'desc', per_page: 100 }),
  issue: (at: Repository, issue_number: number): Call => endpoint('GET /repos/{owner}/{repo}/issues/{issue_number}', { ...named(at), issue_number }),
  blockers: (at: Repository, issue_number: number): Call =>
    endpoint('GET /repos/{owner}/{repo}/issues/{issue_number}/dependencies/blocked_by', { ...named(at), issue_number, per_page: 100 }),
  events: (at: Repository, issue_number: number): Call => endpoint('GET /repos/{owner}/{repo}/issues/{issue_number}/events', { ...named(at), issue_number, per_page: 100 }),
  milestones: (at: Repository): Call =>
    endpoint('GET /repos/{owner}/{repo}/milestones', { ...named(at), state: 'all', sort: 'due_on', direction: 'desc', per_page: 100 }),
  milestone: (at: Repository, milestone_number: number): Call =>
    endpoint('GET /repos/{owner}/{repo}/milestones/{milestone_number}', { ...named(at), milestone_number }),
  describeMilestone: (at: Repository, milestone_number: number, description: string): Call =>
    endpoint('PATCH /repos/{owner}/{repo}/milestones/{milestone_number}', { ...named(at), milestone_number, description }),
  addLabel: (at: Repository, issue_number: number, label: string): Call =>
    endpoint('POST /repos/{owner}/{repo}/issues/{issue_number}/labels', { ...named(at), issue_number, labels: [label] }),
  removeLabel: (at: Repository, issue_number: number, name: string): Call =>
    endpoint('DELETE /repos/{owner}/{repo}/issues/{issue_number}/labels/{name}', { ...named(at), issue_number, name }),
  /** Leaves a label as it is. */
  keepLabel: (at: Repository, name: string): Call => ({ ...endpoint('PATCH /repos/{owner}/{repo}/labels/{name}', { ...named(at), name }), body: {} }),
  file: (at: Repository, path: string, ref: string | null): Call => endpoint('GET /repos/{owner}/{repo}/contents/{path}', { ...named(at), path, ...(ref !== null && { ref }) }),
  putFile: (at: Repository, path: string, given: { branch: string; message: string; content: string; sha: string | null }): Call =>
    endpoint('PUT /repos/{owner}/{repo}/contents/{path}', { ...named(at), path, branch: given.branch, message: given.message, content: given.content, ...(given.sha !== null && { sha: given.sha }) }),
  repository: (at: Repository): Call => endpoint('GET /repos/{owner}/{repo}', named(at)),
  branch: (at: Repository, branch: string): Call => endpoint('GET /repos/{owner}/{repo}/git/ref/{ref}', { ...named(at), ref: `heads/${branch}` }),
  addBranch: (at: Repository, branch: string, sha: string): Call => endpoint('POST /repos/{owner}/{repo}/git/refs', { ...named(at), ref: `refs/heads/${branch}`, sha }),
  pulls: (at: Repository, branch: string): Call => endpoint('GET /repos/{owner}/{repo}/pulls', { ...named(at), state: 'all', head: `${at.owner}:${branch}`, per_page: 1 }),
  addPull: (at: Repository, given: { head: string; base: string; title: string; body: string }): Call => endpoint('POST /repos/{owner}/{repo}/pulls', { ...named(at), ...given }),
  account: (base: string): Call => endpoint('GET /user', { baseUrl: base }),
};

function named({ base, owner, repository }: Repository) {
  return { baseUrl: base, owner, repo: repository };
}
