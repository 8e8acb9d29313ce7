import { html, type Html } from '../../../pages/html.ts';
import { icon } from '../icons.ts';
import { faceOf, priorityImage, typeImage } from '../images.ts';
import type { ShownIssue, ShownPerson } from '../shown.ts';

/** Wherever it stands, the picture says by `data-vc` whose part it is. */
export const typeIcon = (issue: ShownIssue, part = 'common-components-async-icon'): Html => html`<img src="${typeImage(issue.type.name)}" width="16" height="16" alt="${issue.type.name}" draggable="false" data-vc="${part}">`;
export const face = (person: ShownPerson | null, size = 24): Html =>
  person === null ? html`<span class="j-face-none" style="width:${size}px;height:${size}px">${icon('person')}</span>` : html`<img class="j-face" src="${faceOf(person.name)}" alt="" width="${size}" height="${size}" aria-hidden="true">`;
export const personLine = (person: ShownPerson | null): Html => html`<span class="j-person">${face(person)}<span>${person?.name ?? 'Unassigned'}</span></span>`;

/** The lozenge that changes the status; its number is the status's category in Jira's own count. */
export function statusButton({ status }: ShownIssue, chevron = true): Html {
  const id = `issue.fields.status.common.ui.status-lozenge.${{ new: 2, indeterminate: 4, done: 3 }[status.category]}`;
  return html`<button aria-label="${status.name} - Change status" aria-expanded="false" type="button" class="j-status" data-category="${status.category}" data-testid="${id}"><span><span data-testid="${id}--text">${status.name}</span>${chevron && html`<span data-testid="${id}--chevron" aria-hidden="true">${icon('down')}</span>`}</span></button>`;
}

export const lozenge = ({ status }: ShownIssue): Html => html`<span class="j-lozenge" data-category="${status.category}">${status.name}</span>`;
export const priorityIcon = (issue: ShownIssue): Html | null => issue.priority && html`<img src="${priorityImage(issue.priority.name)}" width="16" height="16" alt="${issue.priority.name} priority">`;
export const resolvedLabel = (issue: ShownIssue): string => `${issue.key} is ${issue.resolution === null ? 'not ' : ''}resolved`;

/** `Nov 25, 2026, 12:44 PM` */
export const moment = (at: string): string => new Date(at).toLocaleString('en-US', { month: 'short', day: 'numeric', year: 'numeric', hour: 'numeric', minute: '2-digit', timeZone: 'UTC' });
/** `Nov 25, 2026` */
export const date = (at: string): string => new Date(at).toLocaleDateString('en-US', { month: 'short', day: 'numeric', year: 'numeric', timeZone: 'UTC' });
