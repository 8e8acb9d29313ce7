import { fullName, type Repository } from '../model/repository.ts';
import { html } from './html.ts';
import { crumbsOf } from './issue-list.ts';
import { labelToken } from './label.ts';
import type { Page } from './page.ts';

/** Pages that only have to exist, so that links lead somewhere and the overlay can be seen to leave them alone. */
export const notFoundPage = (): Page => ({ status: 404, title: 'Page not found · GitHub', route: '', crumbs: [], main: html`<div class="plain-page"><h1>404</h1><p>This is not the web page you are looking for.</p></div>` });

export const codePage = (repository: Repository): Page => ({
  title: `${fullName(repository)}: ${repository.description}`, route: '/:user_id/:repository', subject: `repository:${repository.id}`, repository, tab: 'code', classic: true, crumbs: crumbsOf(repository),
  main: html`<div class="plain-page"><h1>${repository.name}</h1><p>${repository.description}</p></div>`,
});

export const labelsPage = (repository: Repository): Page => ({
  title: `Labels · ${fullName(repository)}`, route: '/:user_id/:repository/labels(.:format)', repository, tab: 'issues', crumbs: crumbsOf(repository),
  main: html`<div class="plain-page"><h1>Labels</h1><ul class="list-style-none label-list">${[...repository.labels.values()].map((label) => html`<li><a href="/${fullName(repository)}/labels/${encodeURIComponent(label.name)}">${labelToken(repository, label.name)}</a> <span>${label.description}</span></li>`)}</ul></div>`,
});

export const homePage = (repositories: readonly Repository[]): Page => ({
  title: 'GitHub', route: '/dashboard', crumbs: [{ text: 'Dashboard', href: '/' }],
  main: html`<div class="plain-page"><h1>Home</h1><ul>${repositories.map((one) => html`<li><a href="/${fullName(one)}/issues">${fullName(one)}</a></li>`)}<li><a href="/orgs/acme/projects/1/views/1">Project</a></li></ul></div>`,
});
