import { parseJiraPage } from '../trackers/jira/urls.ts';
import type { Surface } from './surface.ts';
import theme from './theme-jira.css?inline';
import type { TrackerPages } from './tracker-pages.ts';

export const jiraPages: TrackerPages = {
  tracker: 'jira',
  surfaces: Object.values(import.meta.glob<Surface>('./surfaces/jira-*.surface.ts', { eager: true, import: 'default' })),
  parse(url, context) {
    const page = parseJiraPage(url, context);
    return page && { ...page, context };
  },
  theme,
  atOnce: 50,
};
