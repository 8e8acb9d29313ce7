import { getBoard, getConfiguration, listBacklog, listBoardIssues, listBoards, listBoardVersions, listSprints } from './board-routes.ts';
import type { JiraRoute } from './call.ts';
import { listChanges, listChangesInBulk } from './changelog-routes.ts';
import { deleteProperty, getIssue, getIssuesInBulk, getProperty, listProperties, listTransitions, postTransition, putIssue, putProperty } from './issue-routes.ts';
import { deleteProjectProperty, getProjectProperty, listProjectProperties, putProjectProperty } from './project-property-routes.ts';
import { searchIsGone } from './refusals.ts';
import { countSearch, searchByPosition, searchByToken } from './search-routes.ts';
import { getMyPermissions, getMyself, getProject, getServerInfo, listFields, listPriorities, listProjects, listProjectStatuses, listStatuses, listTypes, listVersions, listVersionsByPage, searchProjects } from './site-routes.ts';
import { getSprint, listBoardSprintIssues, listSprintIssues, writeSprint } from './sprint-routes.ts';

const READ = ['read:jira-work'];
const WRITE = ['write:jira-work'];
/** Project properties are the administrators' of a project (developer.atlassian.com, project properties). */
const ADMIN = ['manage:jira-project'];

/** Below /rest/api/2 and /rest/api/3. */
export const PLATFORM_ROUTES: readonly JiraRoute[] = [
  { method: 'GET', path: /^\/serverInfo$/, on: 'both', scopes: [], open: true, answer: getServerInfo },
  { method: 'GET', path: /^\/myself$/, on: 'both', scopes: ['read:jira-user'], answer: getMyself },
  { method: 'GET', path: /^\/mypermissions$/, on: 'both', scopes: READ, open: true, answer: getMyPermissions },
  { method: 'GET', path: /^\/field$/, on: 'both', scopes: READ, answer: listFields },
  { method: 'GET', path: /^\/status$/, on: 'both', scopes: READ, answer: listStatuses },
  { method: 'GET', path: /^\/priority$/, on: 'both', scopes: READ, answer: listPriorities },
  { method: 'GET', path: /^\/issuetype$/, on: 'both', scopes: READ, answer: listTypes },
  { method: 'GET', path: /^\/project$/, on: 'both', scopes: READ, answer: listProjects },
  { method: 'GET', path: /^\/project\/search$/, on: 'cloud', scopes: READ, answer: searchProjects },
  { method: 'GET', path: /^\/project\/([^/]+)$/, on: 'both', scopes: READ, answer: getProject },
  { method: 'GET', path: /^\/project\/([^/]+)\/version$/, on: 'both', scopes: READ, answer: listVersionsByPage },
  { method: 'GET', path: /^\/project\/([^/]+)\/versions$/, on: 'both', scopes: READ, answer: listVersions },
  { method: 'GET', path: /^\/project\/([^/]+)\/statuses$/, on: 'both', scopes: READ, answer: listProjectStatuses },
  { method: 'GET', path: /^\/project\/([^/]+)\/properties$/, on: 'both', scopes: READ, answer: listProjectProperties },
  { method: 'GET', path: /^\/project\/([^/]+)\/properties\/([^/]+)$/, on: 'both', scopes: READ, answer: getProjectProperty },
  { method: 'PUT', path: /^\/project\/([^/]+)\/properties\/([^/]+)$/, on: 'both', scopes: ADMIN, answer: putProjectProperty },
  { method: 'DELETE', path: /^\/project\/([^/]+)\/properties\/([^/]+)$/, on: 'both', scopes: ADMIN, answer: deleteProjectProperty },
  { method: 'GET', path: /^\/search\/jql$/, on: 'cloud', scopes: READ, answer: searchByToken },
  { method: 'POST', path: /^\/search\/jql$/, on: 'cloud', scopes: READ, answer: searchByToken },
  { method: 'POST', path: /^\/search\/approximate-count$/, on: 'cloud', scopes: READ, answer: countSearch },
  { method: 'GET', path: /^\/search$/, on: 'cloud', scopes: READ, open: true, answer: searchIsGone },
  { method: 'POST', path: /^\/search$/, on: 'cloud', scopes: READ, open: true, answer: searchIsGone },
  { method: 'GET', path: /^\/search$/, on: 'dc', scopes: READ, answer: searchByPosition },
  { method: 'POST', path: /^\/search$/, on: 'dc', scopes: READ, answer: searchByPosition },
  { method: 'POST', path: /^\/issue\/bulkfetch$/, on: 'cloud', scopes: READ, answer: getIssuesInBulk },
  { method: 'POST', path: /^\/changelog\/bulkfetch$/, on: 'cloud', scopes: READ, answer: listChangesInBulk },
  { method: 'GET', path: /^\/issue\/([^/]+)$/, on: 'both', scopes: READ, answer: getIssue },
  { method: 'PUT', path: /^\/issue\/([^/]+)$/, on: 'both', scopes: WRITE, answer: putIssue },
  { method: 'GET', path: /^\/issue\/([^/]+)\/changelog$/, on: 'cloud', scopes: READ, answer: listChanges },
  { method: 'GET', path: /^\/issue\/([^/]+)\/transitions$/, on: 'both', scopes: READ, answer: listTransitions },
  { method: 'POST', path: /^\/issue\/([^/]+)\/transitions$/, on: 'both', scopes: WRITE, answer: postTransition },
  { method: 'GET', path: /^\/issue\/([^/]+)\/properties$/, on: 'both', scopes: READ, answer: listProperties },
  { method: 'GET', path: /^\/issue\/([^/]+)\/properties\/([^/]+)$/, on: 'both', scopes: READ, answer: getProperty },
  { method: 'PUT', path: /^\/issue\/([^/]+)\/properties\/([^/]+)$/, on: 'both', scopes: WRITE, answer: putProperty },
  { method: 'DELETE', path: /^\/issue\/([^/]+)\/properties\/([^/]+)$/, on: 'both', scopes: WRITE, answer: deleteProperty },
];

const BOARD = ['read:board-scope:jira-software', 'read:project:jira'];
const SPRINT = ['read:sprint:jira-software'];
const ISSUES = ['read:issue-details:jira', 'read:jql:jira'];

/** Below /rest/agile/1.0. */
export const AGILE_ROUTES: readonly JiraRoute[] = [
  { method: 'GET', path: /^\/board$/, on: 'both', scopes: BOARD, answer: listBoards },
  { method: 'GET', path: /^\/board\/(\d+)$/, on: 'both', scopes: BOARD, answer: getBoard },
  { method: 'GET', path: /^\/board\/(\d+)\/configuration$/, on: 'both', scopes: ['read:board-scope.admin:jira-software', 'read:project:jira'], answer: getConfiguration },
  { method: 'GET', path: /^\/board\/(\d+)\/sprint$/, on: 'both', scopes: SPRINT, answer: listSprints },
  { method: 'GET', path: /^\/board\/(\d+)\/issue$/, on: 'both', scopes: [...BOARD, ...ISSUES], answer: listBoardIssues },
  { method: 'GET', path: /^\/board\/(\d+)\/backlog$/, on: 'both', scopes: [...BOARD, ...ISSUES], answer: listBacklog },
  { method: 'GET', path: /^\/board\/(\d+)\/version$/, on: 'both', scopes: BOARD, answer: listBoardVersions },
  { method: 'GET', path: /^\/board\/(\d+)\/sprint\/(\d+)\/issue$/, on: 'both', scopes: [...SPRINT, ...ISSUES], answer: listBoardSprintIssues },
  { method: 'GET', path: /^\/sprint\/(\d+)$/, on: 'both', scopes: SPRINT, answer: getSprint },
  { method: 'PUT', path: /^\/sprint\/(\d+)$/, on: 'both', scopes: ['write:sprint:jira-software'], answer: writeSprint(true) },
  { method: 'POST', path: /^\/sprint\/(\d+)$/, on: 'both', scopes: ['write:sprint:jira-software'], answer: writeSprint(false) },
  { method: 'GET', path: /^\/sprint\/(\d+)\/issue$/, on: 'both', scopes: [...SPRINT, ...ISSUES], answer: listSprintIssues },
];
