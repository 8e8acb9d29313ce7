import { githubPages } from '../../../lib/overlay/github-pages.ts';
import { jiraPages } from '../../../lib/overlay/jira-pages.ts';

export const trackers = [githubPages, jiraPages] as const;
/** Every kind of page that has badges, of every tracker. */
export const surfaces = trackers.flatMap((pages) => pages.surfaces);
