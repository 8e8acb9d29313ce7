import { html } from '../../../pages/html.ts';
import type { Page, PageCall } from '../page.ts';
import { cloudBareLayout } from './layout.ts';
import { projectPath } from './project-header.ts';

/** Where one lands: spaces, and no issue in sight. */
export const forYouPage = ({ site }: PageCall): Page => ({
  title: 'For you', route: 'for-you',
  main: html`<div class="j-navigator"><h1>For you</h1><h2 class="j-block-title">Recent spaces</h2><div class="j-spaces">${site.projects.map((project) => html`<a class="j-space-card" data-is-router-link="true" href="/browse/${project.key}"><b>${project.name}</b><span class="j-subtle">${project.managedBy === 'company' ? 'Company-managed software' : 'Team-managed software'}</span></a>`)}</div></div>`,
});

/** A tab of a space that shows no rows before its script runs: summary, timeline. */
export const emptyTabPage = ({ site }: PageCall, key: string, name: string): Page | undefined => {
  const project = site.projects.find((one) => one.key === key);
  return project && { title: `${project.name} - ${name}`, route: `${name}-${key}`, project, main: html`<div class="j-empty"><h2>${name}</h2><p><a data-is-router-link="true" href="${projectPath(project)}/list">See the list of work items</a></p></div>` };
};

export const notFoundPage = (): Page => ({ status: 404, title: 'Not found', route: 'not-found', main: html`<div class="j-empty" data-testid="issue.views.error.error-page"><h2>We can't find that page</h2><p>It may have been deleted, or you may not have permission to see it.</p></div>` });

/** What a signed-out browser gets for every address, with 200 after the redirect. */
export const cloudLoginPage = (continueAt: string): string => cloudBareLayout('Log in with Atlassian account', html`<main class="j-login"><h1>Log in to continue</h1><form action="/__sign-in"><input type="hidden" name="to" value="${continueAt}"><label>Email<input type="text" name="as" autocomplete="username" placeholder="Enter your email" required></label><button type="submit" class="j-primary">Continue</button></form></main>`);
