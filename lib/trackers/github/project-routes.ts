import { Octokit } from '@octokit/core';
import type { PlanningProject } from '../../core/sprint/planning-project.ts';
import { apiBase, isGithubHost } from './hosts.ts';
import { projectQueries } from './project-queries.ts';
import type { Call, Repository } from './routes.ts';

const { endpoint } = new Octokit().request;

type Of = Pick<PlanningProject, 'number' | 'owner'>;

export type QueryVariables = Readonly<Record<string, string | number | null>>;

/** Requests about Projects. By REST they are all GET, by GraphQL all one of the queries: iteration configuration is never written. */
export const projectRoutes = {
  fields: ({ base, owner }: Repository, { number, owner: kind }: Of): Call =>
    kind === 'user'
      ? endpoint('GET /users/{username}/projectsV2/{project_number}/fields', { baseUrl: base, username: owner, project_number: number, per_page: 100 })
      : endpoint('GET /orgs/{org}/projectsV2/{project_number}/fields', { baseUrl: base, org: owner, project_number: number, per_page: 100 }),
  items: ({ base, owner, repository }: Repository, { number, owner: kind }: Of, fields: readonly string[]): Call => {
    const asked = { baseUrl: base, project_number: number, per_page: 100, q: `repo:${owner}/${repository}`, ...(fields.length > 0 && { fields: fields.join(',') }) };
    return kind === 'user' ? endpoint('GET /users/{username}/projectsV2/{project_number}/items', { ...asked, username: owner }) : endpoint('GET /orgs/{org}/projectsV2/{project_number}/items', { ...asked, org: owner });
  },
  query: (host: string, name: keyof typeof projectQueries, variables: QueryVariables): Call =>
    ({ method: 'POST', url: graphqlUrl(host), body: { query: projectQueries[name], variables } }),
};

/** Whether a site tells Projects by REST: GitHub's own do, no Enterprise Server's description has them (3.17 to 3.19). */
export function hasProjectRest(host: string): boolean {
  return isGithubHost(host.toLowerCase());
}

/** `github.com` → `https://api.github.com/graphql`, `git.acme.org` → `https://git.acme.org/api/graphql` */
function graphqlUrl(host: string): string {
  return `${apiBase(host)?.replace(/\/v3$/, '')}/graphql`;
}
