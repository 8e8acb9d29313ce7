import { sameText } from '../../core/same-text.ts';
import { type Answer, changedShape, fail, readAnswer, refuse, succeed } from '../exchange.ts';
import type { Credentials, Exchanged, TrackerError, TrackerWrite } from '../tracker.ts';
import type { Send } from './client.ts';
import { type Place, placeOfIssue, placeOfSprint } from './keyed.ts';
import { labelRows, milestoneRow } from './rows.ts';
import { type Call, routes } from './routes.ts';

/** Makes one change and looks at the answer: GitHub drops some changes in silence from those who may not make them. */
export async function write(send: Send, credentials: Credentials, change: TrackerWrite, signal?: AbortSignal): Promise<Exchanged<null>> {
  if (change.kind === 'share') return refuse(changedShape('GitHub keeps nothing of ours in an issue'));
  const place = change.kind === 'set-sprint-description' ? placeOfSprint(change.sprint) : placeOfIssue(change.key);
  if (place === null) return refuse(changedShape('nothing of GitHub'));
  // `/labels/..` would be another address, and `/labels/.` the one that removes all labels.
  if ('label' in change && /^\.{0,2}$/.test(change.label.trim())) return refuse(dropped(`“${change.label}” cannot be a label.`));
  const answer = await send(credentials, callOf(place, change), { signal, isFine: (given) => change.kind === 'remove-label' && isLabelMissing(given) });
  return readAnswer<null>(answer, (given) =>
    isDone(change, given) ? succeed(null) : fail(dropped('The site accepted the change and did not make it.')),
  );
}

/** What GitHub can be told. */
type GithubWrite = Exclude<TrackerWrite, { readonly kind: 'share' }>;

function callOf(place: Place, change: GithubWrite): Call {
  switch (change.kind) {
    case 'add-label':
      return routes.addLabel(place, place.number, change.label);
    case 'remove-label':
      return routes.removeLabel(place, place.number, change.label);
    case 'set-sprint-description':
      return routes.describeMilestone(place, place.number, change.description);
  }
}

function dropped(reason: string): TrackerError {
  return { kind: 'forbidden', reason, missing: null, authoriseAt: null };
}

/** What a repeated removal is told, and so a success. A 404 in other words means that the issue is not there. */
function isLabelMissing({ status, body }: Answer): boolean {
  return status === 404 && typeof body === 'object' && body !== null && 'message' in body && body.message === 'Label does not exist';
}

function isDone(change: GithubWrite, answer: Answer): boolean {
  if (change.kind === 'set-sprint-description') {
    const milestone = milestoneRow.safeParse(answer.body);
    return milestone.success && sameText(milestone.data.description ?? '', change.description);
  }
  if (change.kind === 'remove-label' && isLabelMissing(answer)) return true;
  const labels = labelRows.safeParse(answer.body);
  // GitHub compares label names without case.
  const wanted = change.label.trim().toLowerCase();
  return labels.success && labels.data.some(({ name }) => name.toLowerCase() === wanted) === (change.kind === 'add-label');
}
