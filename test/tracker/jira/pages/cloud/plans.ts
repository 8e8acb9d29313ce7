import { html, type Html } from '../../../pages/html.ts';
import { typeImage } from '../images.ts';
import type { Page, PageCall } from '../page.ts';
import type { ShownIssue } from '../shown.ts';
import { lozenge } from './parts.ts';

const IDS = 'portfolio-3-portfolio.app-simple-plans.main.tabs.roadmap.scope.issues';

/** Plans: rows are named by the issue's number, and the link's text has a hidden suffix (captured 2026-08-10). */
export function plansPage(call: PageCall): Page {
  const rows = call.site.search('order by created DESC').filter(({ type }) => type.level !== 'subtask');
  const ordered = [...rows.filter(({ type }) => type.level === 'epic'), ...rows.filter(({ type }) => type.level === 'standard').slice(0, 24)];
  return { title: 'Plan - Timeline', route: 'plan', main: html`<div class="j-navigator"><div class="j-navigator-head"><h1>Shop plan</h1></div><div class="j-plan"><div class="j-plan-scope"><div class="j-plan-head">Scope</div>${ordered.map(planRow)}</div><div class="j-plan-chart" aria-hidden="true">${ordered.map(({ status }, index) => html`<div class="j-plan-line"><span data-category="${status.category}" style="margin-left:${(index * 37) % 200}px;width:${80 + ((index * 53) % 180)}px"></span></div>`)}</div></div></div>` };
}

const planRow = (issue: ShownIssue): Html => html`<div data-issue="${issue.id}" data-name="scope-issue-${issue.id}" data-group="release-none" role="presentation" data-testid="${IDS}.issue.row" draggable="true" data-drop-target-for-element="true" class="j-plan-row" data-level="${issue.type.level}"><div></div><div><label data-testid="${IDS}.issue-${issue.id}--checkbox-label"><input tabindex="0" aria-labelledby="issue-link-${issue.id}" type="checkbox" data-testid="${IDS}.issue-${issue.id}--hidden-checkbox" value=""></label></div><div data-name="spacer"></div><div data-testid="${IDS}.issue.issue-icon-tooltip--container" role="presentation"><img alt="${issue.type.name}" width="16" height="16" data-testid="${IDS}.issue.issue-icon-${issue.id}" src="${typeImage(issue.type.name)}"></div><a rel="noopener noreferrer" id="issue-link-${issue.id}" draggable="false" href="/browse/${issue.key}" target="_blank">${issue.key}<span hidden>, (opens new window)</span></a><div aria-haspopup="true" class="j-plan-summary"><div role="presentation"><button type="button" class="j-plain"><div>${issue.summary}</div></button></div></div>${lozenge(issue)}</div>`;
