import type { SharedFacts } from '../../core/issue.ts';
import type { TrackerError, TrackerWrite } from '../tracker.ts';
import { placeOfIssue, placeOfSprint } from './keyed.ts';
import { platform } from './put.ts';
import { LARGEST_PROPERTY, PROPERTY } from './shared-facts.ts';
import type { JiraSite } from './site.ts';

/** A change as Jira takes it, and the permission that it needs, by Jira's name of it. */
export interface WriteCall {
  readonly method: 'POST' | 'PUT';
  readonly path: string;
  readonly body: string;
  readonly permission: string;
}

/** The host that a change is for; `null` for a change of another tracker. */
export function hostOfWrite(change: TrackerWrite): string | null {
  return (change.kind === 'set-sprint-description' ? placeOfSprint(change.sprint) : placeOfIssue(change.key))?.host ?? null;
}

/** Why a change is not even sent: Jira would refuse it, or cut it. */
export function refusalOf(change: TrackerWrite): TrackerError | null {
  if ('label' in change && (/\s/.test(change.label) || change.label === '' || change.label.length > 255)) {
    return { kind: 'forbidden', reason: `“${change.label}” cannot be a label in Jira: labels have no spaces, and at most 255 characters.`, missing: null, authoriseAt: null };
  }
  const share = 'share' in change ? change.share : undefined;
  if (share === undefined || JSON.stringify(share).length <= LARGEST_PROPERTY) return null;
  return { kind: 'forbidden', reason: 'What the team shares about this issue is more than Jira keeps with one.', missing: null, authoriseAt: null };
}

/** Labels singly, so that those of others stay, and what the team shares with them in one request: both arrive or neither does. */
export function callOf(site: JiraSite, change: TrackerWrite): WriteCall | null {
  if (change.kind === 'set-sprint-description') {
    const sprint = placeOfSprint(change.sprint);
    // POST changes what it names; a PUT would empty everything else.
    return sprint && { method: 'POST', path: `/rest/agile/1.0/sprint/${sprint.sprint}`, body: JSON.stringify({ goal: change.description }), permission: 'MANAGE_SPRINTS_PERMISSION' };
  }
  const place = placeOfIssue(change.key);
  if (place === null) return null;
  const issue = platform(site, `issue/${place.written}`);
  if (change.kind === 'share') return { method: 'PUT', path: `${issue}/properties/${PROPERTY}`, body: JSON.stringify(valueOf(change.share)), permission: 'EDIT_ISSUES' };
  const labels = [{ [change.kind === 'add-label' ? 'add' : 'remove']: change.label }];
  const properties = change.share && [{ key: PROPERTY, value: valueOf(change.share) }];
  return { method: 'PUT', path: issue, body: JSON.stringify({ update: { labels }, ...(properties && { properties }) }), permission: 'EDIT_ISSUES' };
}

function valueOf({ tag, inputs }: SharedFacts): SharedFacts {
  return { tag, inputs };
}
