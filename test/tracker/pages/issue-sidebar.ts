import type { Issue } from '../model/issue.ts';
import { fullName, type Repository } from '../model/repository.ts';
import { html, type Html } from './html.ts';
import { icon } from './icons.ts';
import { labelLink } from './label.ts';
import { avatar } from './layout.ts';

/** The metadata pane: its sections in GitHub's order, each with the text that stands when it is empty. */
export function issueSidebar(repository: Repository, issue: Issue): Html {
  const nwo = fullName(repository);
  const milestone = issue.milestone === null ? undefined : repository.milestones.get(issue.milestone);
  const linked = (text: string, numbers: readonly number[]): Html[] => numbers.map((number) => html`<li class="relation"><span>${text}</span> <a href="/${nwo}/issues/${number}">${repository.issues.get(number)?.title ?? 'Issue'} <span class="number">#${number}</span></a></li>`);
  const relations = [...linked('Parent', issue.parent === null ? [] : [issue.parent]), ...linked('Blocked by', issue.blockedBy), ...linked('Blocking', issue.blocking), ...linked('Sub-issue', issue.children)];
  const fields = Object.entries(issue.fields ?? {}).map(([name, value]) => html`<div class="field"><span>${FIELD_NAMES[name] ?? name}</span><strong>${String(value)}</strong></div>`);
  return html`<div class="IssueViewer-module__issueViewerMetadataPane--i01ta" data-testid="issue-viewer-metadata-pane"><h2 class="sr-only">Metadata</h2><div data-testid="sticky-sidebar"><div class="IssueSidebar-module__sidebarContent--II51T">
${section('Assignees', 'No one assigned', issue.assignees.map((login) => html`<a class="assignee" href="/${login}" data-hovercard-url="/users/${login}/hovercard">${avatar(login, 20)} ${login}</a>`))}
${section('Labels', 'No labels', issue.labels.length === 0 ? [] : [html`<div tabindex="-1" data-testid="issue-labels" class="LabelsList-module__labelsListContainer--bS7BO">${issue.labels.map((name) => labelLink(repository, name, 'LabelsList-module__labelLink--hHZBM'))}</div>`])}
${section('Type', 'No type', issue.type === null ? [] : [html`<span class="issue-type issue-type-${issue.type}">${issue.type}</span>`])}
${section('Fields', 'No fields', fields)}
${section('Projects', 'No projects', [], 'sidebar-projects-section')}
${section('Milestone', 'No milestone', milestone ? [html`<a href="/${nwo}/milestone/${milestone.number}">${icon('milestone')} ${milestone.title}</a>`] : [])}
${section('Relationships', 'None yet', relations.length === 0 ? [] : [html`<ul class="list-style-none">${relations}</ul>`], 'sidebar-relationships-section')}
${section('Development', 'No branches or pull requests', [])}
${section('Participants', 'No one', [avatar(issue.author, 26)], 'sidebar-participants-section')}</div></div></div>`;
}

const FIELD_NAMES: Record<string, string> = { priority: 'Priority', effort: 'Effort', startDate: 'Start date', targetDate: 'Target date' };

const section = (heading: string, empty: string, children: readonly Html[], testid = 'sidebar-section'): Html =>
  html`<div data-testid="${testid}" class="Box-sc-g0xbh4-0 Section-module__SectionContainer--bIlEv"><div class="Section-module__headerContentWrapper--OIm9m"><h3 class="SectionHeader-module__SectionHeaderTitle--Um1xL">${heading}</h3>${icon('gear')}</div>${children.length === 0
    ? html`<span class="Section-module__emptyText--qZ0Bc">${empty}</span>` : html`<div class="Section-module__childrenContainer--bY_oH">${children}</div>`}</div>`;
