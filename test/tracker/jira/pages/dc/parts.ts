import { html, type Html } from '../../../pages/html.ts';
import { priorityImage, typeImage } from '../images.ts';
import { browsePath } from '../page.ts';
import type { ShownIssue, ShownSite } from '../shown.ts';

const COLOR = { new: 'default', indeterminate: 'inprogress', done: 'success' } as const;

export const typeIcon = (site: ShownSite, { type }: ShownIssue): Html => html`<img src="${site.context}${typeImage(type.name)}" height="16" width="16" border="0" align="absmiddle" alt="${type.name}" title="${type.name}">`;
export const priorityIcon = (site: ShownSite, { priority }: ShownIssue): Html | null => priority && html`<img src="${site.context}${priorityImage(priority.name)}" height="16" width="16" border="0" alt="${priority.name}" title="${priority.name}">`;
export const lozenge = ({ status }: ShownIssue): Html => html`<span class="jira-issue-status-lozenge aui-lozenge aui-lozenge-subtle aui-lozenge-${COLOR[status.category]} jira-issue-status-lozenge-max-width-medium" data-tooltip="${status.name}">${status.name}</span>`;

/** Every link to an issue names it in an attribute too. */
export const issueLink = (site: ShownSite, issue: ShownIssue, text: string | Html = issue.key): Html => html`<a class="issue-link" data-issue-key="${issue.key}" href="${browsePath(site, issue.key)}">${text}</a>`;

/** `25/Nov/26` */
export function dmy(at: string): string {
  const part = (options: Intl.DateTimeFormatOptions): string => new Date(at).toLocaleDateString('en-US', { ...options, timeZone: 'UTC' });
  return [part({ day: '2-digit' }), part({ month: 'short' }), part({ year: '2-digit' })].join('/');
}
