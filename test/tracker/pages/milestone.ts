import { fullName, type Milestone, type Repository } from '../model/repository.ts';
import { countsOf } from '../represent/milestone.ts';
import { html, type Html } from './html.ts';
import { icon } from './icons.ts';
import { crumbsOf, findIssues, listView } from './issue-list.ts';
import type { Page, PageCall } from './page.ts';
import { day } from './when.ts';

export function milestonePage(call: PageCall, repository: Repository, milestone: Milestone): Page {
  const nwo = fullName(repository);
  const text = call.url.searchParams.get('q') ?? `is:issue state:${call.url.searchParams.get('closed') === '1' ? 'closed' : 'open'} milestone:"${milestone.title}"`;
  return {
    title: `${milestone.title} Milestone · ${nwo}`, route: '/:user_id/:repository/milestone/:id', subject: `repository:${repository.id}`, repository, tab: 'issues', crumbs: crumbsOf(repository),
    main: html`<react-app app-name="issues-react" initial-path="/${nwo}/milestone/${milestone.number}" data-ssr="true" class="loaded"><div data-target="react-app.reactRoot"><div class="prc-PageLayout-Content--F7-I IssueIndexPage-module__middlePaneGrid--rg2zq">
<div class="prc-PageHeader-PageHeader-sT1Hp" data-testid="milestone-header"><div class="prc-PageHeader-TitleArea-jxJZy" data-component="TitleArea"><h1 class="prc-PageHeader-Title-LKOsd" data-component="PH_Title">${milestone.title}</h1></div><div class="prc-PageHeader-Actions-ygtmj" data-component="PH_Actions"><a class="prc-Button-ButtonBase-c50BI" data-variant="default" href="/${nwo}/milestones/${milestone.number}/edit">Edit milestone</a></div></div>
<p class="milestone-due">${dueText(milestone)}</p>${progress(repository, milestone)}<div class="milestone-description markdown-body"><p>${milestone.description}</p></div>
${listView(call, findIssues([repository], text, call.world.site.viewer), { path: `/${nwo}/milestone/${milestone.number}`, text, repositories: [repository], global: false })}</div></div></react-app>`,
  };
}

export function milestonesPage(_call: PageCall, repository: Repository): Page {
  const nwo = fullName(repository);
  const open = [...repository.milestones.values()].filter((milestone) => milestone.state === 'open');
  return {
    title: `Milestones · ${nwo}`, route: '/:user_id/:repository/milestones(.:format)', subject: `repository:${repository.id}`, repository, tab: 'issues', crumbs: crumbsOf(repository),
    main: html`<div class="prc-PageLayout-Content--F7-I IssueIndexPage-module__middlePaneGrid--rg2zq"><h1 class="prc-Heading-Heading-6CmGO dashboard-title">Milestones</h1><ul class="list-style-none milestone-list" data-testid="milestones-list">${open.map((milestone) => {
      const count = countsOf(repository).get(milestone.number) ?? { open: 0, closed: 0 };
      return html`<li class="milestone-row"><div><h3><a href="/${nwo}/milestone/${milestone.number}">${milestone.title}</a></h3><p class="milestone-due">${dueText(milestone)}</p><p>${milestone.description}</p></div><div>${progress(repository, milestone)}<a href="/${nwo}/milestone/${milestone.number}">${count.open} open</a> <a href="/${nwo}/milestone/${milestone.number}?closed=1">${count.closed} closed</a></div></li>`;
    })}</ul></div>`,
  };
}

const dueText = (milestone: Milestone): Html => html`${icon('milestone')} ${milestone.dueOn === null ? 'No due date' : `Due by ${day(milestone.dueOn)}`}`;

function progress(repository: Repository, milestone: Milestone): Html {
  const { open, closed } = countsOf(repository).get(milestone.number) ?? { open: 0, closed: 0 };
  const percent = Math.round((100 * closed) / Math.max(1, open + closed));
  return html`<div class="milestone-progress"><progress max="100" value="${percent}" aria-label="${percent}% complete"></progress><span>${percent}% complete</span></div>`;
}
