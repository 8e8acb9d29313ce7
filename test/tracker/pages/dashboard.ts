import { findIssues, listView } from './issue-list.ts';
import { html } from './html.ts';
import type { Page, PageCall } from './page.ts';

const VIEWS: Record<string, [name: string, query: string]> = {
  '/issues': ['Assigned to me', 'is:issue state:open assignee:@me'],
  '/issues/assigned': ['Assigned to me', 'is:issue state:open assignee:@me'],
  '/issues/created': ['Created by me', 'is:issue state:open author:@me'],
  '/issues/recent': ['Recent activity', 'is:issue state:open'],
};

/** Issues of all repositories; rows name theirs. */
export function dashboardPage(call: PageCall): Page | undefined {
  const [name, query] = VIEWS[call.url.pathname] ?? [];
  if (name === undefined || query === undefined) return undefined;
  const text = call.url.searchParams.get('q') ?? query;
  const rows = findIssues(call.world.repositories, text, call.world.site.viewer);
  return {
    title: `Issues ${name.toLowerCase()}`, route: '/issues(.:format)', crumbs: [{ text: 'Issues', href: '/issues' }],
    main: html`<react-app app-name="issues-react" initial-path="${call.url.pathname}" data-ssr="true" class="loaded"><div data-target="react-app.reactRoot"><div class="dashboard-layout"><nav class="dashboard-views" aria-label="Views"><ul class="list-style-none">${Object.entries(VIEWS).slice(1).map(([href, [text_]]) => html`<li><a href="${href}" ${href === call.url.pathname && html`aria-current="page"`}>${text_}</a></li>`)}</ul></nav>
<div class="prc-PageLayout-Content--F7-I"><h1 class="prc-Heading-Heading-6CmGO dashboard-title">${name}</h1>${listView(call, rows, { path: call.url.pathname, text, repositories: call.world.repositories, global: true })}</div></div></div></react-app>`,
  };
}
