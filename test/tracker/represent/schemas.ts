import type { components } from '@octokit/openapi-types';

/** GitHub's own published shapes; whatever this server answers is checked against them by the compiler. */
export type Schemas = components['schemas'];
export type IssueRow = Schemas['issue'];
export type MilestoneRow = NonNullable<Schemas['nullable-milestone']>;
export type UserRow = Schemas['simple-user'];

export interface Roots {
  apiRoot: string;
  siteRoot: string;
}

/** Node ids are opaque to clients; ours only need to be stable and distinct. */
export const nodeId = (prefix: string, id: number): string => `${prefix}_${Buffer.from(String(id)).toString('base64url')}`;
