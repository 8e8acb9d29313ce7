import { html } from '../../../pages/html.ts';
import { browsePath, type Page, type PageCall } from '../page.ts';

export const dashboardPage = ({ site }: PageCall): Page => ({
  title: 'System Dashboard', route: 'dc-dashboard',
  main: html`<div id="dashboard"><h1>System Dashboard</h1><ul class="projects-list">${site.projects.map(({ key, name }) => html`<li><a href="${browsePath(site, key)}">${name}</a></li>`)}</ul></div>`,
});

export const dcNotFoundPage = (): Page => ({ status: 404, title: 'Issue Not Found', route: 'dc-not-found', main: html`<div class="issue-error"><h1>Issue does not exist</h1><p>The issue you're trying to view can't be found, or you lack the permission to see it.</p></div>` });
