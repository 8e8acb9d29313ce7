import type { Access } from '../model/token.ts';
import type { Answer, Call, RepositoryCall } from './answer.ts';
import { getRateLimit, getUser } from './account-routes.ts';
import { addLabelsToIssue, getIssue, getParent, listHistory, listLabelsOfIssue, listRelated, patchIssue, removeLabelFromIssue } from './issue-routes.ts';
import { getLabel, listLabels, patchLabel, postLabel } from './label-routes.ts';
import { listIssues } from './list-issues.ts';
import { getMilestone, listMilestones, patchMilestone } from './milestone-routes.ts';
import { getBranch, getFile, postBranch, putFile } from './file-routes.ts';
import { listPulls, postPull } from './pull-routes.ts';
import { getRepository, listIssueTypes, listRepositoryEvents } from './repository-routes.ts';
import { searchIssues } from './search-routes.ts';

export interface RepositoryRoute {
  method: 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE';
  /** Below /repos/o/r; groups become the answer's parameters, decoded. */
  path: RegExp;
  /** What x-accepted-github-permissions says. */
  accepts: string;
  needs: Access | 'metadata';
  /** The permission that it is of; issues where none is named. */
  of?: 'contents' | 'pull_requests';
  /** Without triage rights the route answers for itself (PATCH issue drops what it may not do). */
  judgesItself?: true;
  answer(call: RepositoryCall, ...parameters: string[]): Answer;
}

const WRITE = 'issues=write; pull_requests=write';
const READ = 'issues=read';

export const REPOSITORY_ROUTES: readonly RepositoryRoute[] = [
  { method: 'GET', path: /^$/, accepts: 'metadata=read', needs: 'metadata', answer: getRepository },
  { method: 'GET', path: /^\/issues$/, accepts: READ, needs: 'read', answer: listIssues },
  { method: 'GET', path: /^\/issues\/events$/, accepts: READ, needs: 'read', answer: listRepositoryEvents },
  { method: 'GET', path: /^\/issue-types$/, accepts: 'metadata=read', needs: 'metadata', answer: listIssueTypes },
  { method: 'GET', path: /^\/issues\/(\d+)$/, accepts: READ, needs: 'read', answer: getIssue },
  { method: 'PATCH', path: /^\/issues\/(\d+)$/, accepts: WRITE, needs: 'write', judgesItself: true, answer: patchIssue },
  { method: 'GET', path: /^\/issues\/(\d+)\/labels$/, accepts: `${READ}; pull_requests=read`, needs: 'read', answer: listLabelsOfIssue },
  { method: 'POST', path: /^\/issues\/(\d+)\/labels$/, accepts: WRITE, needs: 'write', answer: addLabelsToIssue },
  { method: 'DELETE', path: /^\/issues\/(\d+)\/labels\/([^/]+)$/, accepts: WRITE, needs: 'write', answer: removeLabelFromIssue },
  { method: 'GET', path: /^\/issues\/(\d+)\/timeline$/, accepts: READ, needs: 'read', answer: listHistory('timeline') },
  { method: 'GET', path: /^\/issues\/(\d+)\/events$/, accepts: READ, needs: 'read', answer: listHistory('events') },
  { method: 'GET', path: /^\/issues\/(\d+)\/dependencies\/blocked_by$/, accepts: READ, needs: 'read', answer: listRelated('dependencies/blocked_by', (issue) => issue.blockedBy) },
  { method: 'GET', path: /^\/issues\/(\d+)\/dependencies\/blocking$/, accepts: READ, needs: 'read', answer: listRelated('dependencies/blocking', (issue) => issue.blocking) },
  { method: 'GET', path: /^\/issues\/(\d+)\/sub_issues$/, accepts: READ, needs: 'read', answer: listRelated('sub_issues', (issue) => issue.children) },
  { method: 'GET', path: /^\/issues\/(\d+)\/parent$/, accepts: READ, needs: 'read', answer: getParent },
  { method: 'GET', path: /^\/labels$/, accepts: READ, needs: 'read', answer: listLabels },
  { method: 'POST', path: /^\/labels$/, accepts: WRITE, needs: 'write', answer: postLabel },
  { method: 'GET', path: /^\/labels\/([^/]+)$/, accepts: READ, needs: 'read', answer: getLabel },
  { method: 'PATCH', path: /^\/labels\/([^/]+)$/, accepts: WRITE, needs: 'write', answer: patchLabel },
  { method: 'GET', path: /^\/milestones$/, accepts: READ, needs: 'read', answer: listMilestones },
  { method: 'GET', path: /^\/milestones\/(\d+)$/, accepts: READ, needs: 'read', answer: getMilestone },
  { method: 'PATCH', path: /^\/milestones\/(\d+)$/, accepts: WRITE, needs: 'write', answer: patchMilestone },
  { method: 'GET', path: /^\/contents\/(.+)$/, accepts: 'contents=read', needs: 'read', of: 'contents', answer: getFile },
  { method: 'PUT', path: /^\/contents\/(.+)$/, accepts: 'contents=write', needs: 'write', of: 'contents', answer: putFile },
  { method: 'GET', path: /^\/git\/ref\/(.+)$/, accepts: 'contents=read', needs: 'read', of: 'contents', answer: getBranch },
  { method: 'POST', path: /^\/git\/refs$/, accepts: 'contents=write', needs: 'write', of: 'contents', answer: postBranch },
  { method: 'GET', path: /^\/pulls$/, accepts: 'pull_requests=read', needs: 'read', of: 'pull_requests', answer: listPulls },
  { method: 'POST', path: /^\/pulls$/, accepts: 'pull_requests=write', needs: 'write', of: 'pull_requests', answer: postPull },
];

export const GLOBAL_ROUTES: Readonly<Record<string, (call: Call) => Answer>> = {
  '/user': getUser,
  '/rate_limit': getRateLimit,
  '/search/issues': searchIssues,
};
