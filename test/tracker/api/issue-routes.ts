import { assign, changeState, moveToMilestone, rename, rewrite } from '../edit/issue.ts';
import { historyOf } from '../edit/history.ts';
import { addLabels, removeLabel, replaceLabels } from '../edit/labels.ts';
import type { Issue, StateReason } from '../model/issue.ts';
import { representEvent } from '../represent/event.ts';
import { representIssue } from '../represent/issue.ts';
import { representLabels } from '../represent/label.ts';
import { mayTriage } from './account.ts';
import { type Answer, ok, type RepositoryCall } from './answer.ts';
import { editOf, field, strings } from './body.ts';
import { paged } from './link.ts';
import { invalid, issueDeleted, labelDoesNotExist, movedTo, mustHaveRights, notFound } from './refusals.ts';

/** Finds the issue or says where it went; then lets the route answer. */
export const onIssue = (answer: (call: RepositoryCall, issue: Issue, rest: string) => Answer) => (call: RepositoryCall, number: string, rest = ''): Answer => {
  const issue = call.repository.issues.get(Number(number));
  if (issue) return answer(call, issue, rest);
  const gone = call.repository.gone.get(Number(number));
  if (gone?.kind === 'deleted') return gone.status === 410 ? issueDeleted() : notFound();
  const target = gone && call.world.repositories.find((one) => `${one.owner}/${one.name}` === gone.to);
  return gone && target ? movedTo(`${call.role.apiRoot}/repositories/${target.id}/issues/${gone.number}`, call.method) : notFound();
};

export const getIssue = onIssue((call, issue) => ok(representIssue(call.world, call.repository, issue, call.role)));

export const listLabelsOfIssue = onIssue((call, issue) => {
  const page = paged(representLabels(call.repository, issue.labels, call.role), urlOf(call, issue, 'labels'), call.query);
  return ok(page.rows, page.headers);
});

/** Accepts `{labels: []}`, a bare array and a bare string, as GitHub does. */
export const addLabelsToIssue = onIssue((call, issue) => {
  const names = typeof call.body === 'string' ? [call.body] : strings(Array.isArray(call.body) ? call.body : field(call.body, 'labels'));
  if (!names || names.length === 0 || names.some((name) => name.length > 50 || name.trim() === '')) return invalid('Label', 'name');
  addLabels(editOf(call), issue, names);
  return ok(representLabels(call.repository, issue.labels, call.role));
});

export const removeLabelFromIssue = onIssue((call, issue, name) =>
  removeLabel(editOf(call), issue, name) ? ok(representLabels(call.repository, issue.labels, call.role)) : labelDoesNotExist());

/** PATCH: an author without triage rights may change the words; labels, milestone and assignees of theirs are dropped without a word. */
export const patchIssue = onIssue((call, issue) => {
  const edit = editOf(call);
  const triage = mayTriage(call.account, call.repository);
  if (!triage && issue.author !== edit.actor) return mustHaveRights();
  const [title, body, state, reason] = (['title', 'body', 'state', 'state_reason'] as const).map((name) => field(call.body, name));
  if (typeof title === 'string') rename(edit, issue, title);
  if (typeof body === 'string' || body === null) rewrite(edit, issue, body);
  if (state === 'open' || state === 'closed') changeState(edit, issue, state, REASONS.find((one) => one === reason) ?? null);
  if (triage) {
    const labels = strings(field(call.body, 'labels'));
    if (labels) replaceLabels(edit, issue, labels);
    const assignees = strings(field(call.body, 'assignees'));
    if (assignees) assign(edit, issue, assignees);
    const milestone = field(call.body, 'milestone');
    if (typeof milestone === 'number' && !call.repository.milestones.has(milestone)) return invalid('Issue', 'milestone');
    if (typeof milestone === 'number' || milestone === null) moveToMilestone(edit, issue, milestone);
  }
  return ok(representIssue(call.world, call.repository, issue, call.role));
});

const REASONS: readonly StateReason[] = ['completed', 'reopened', 'not_planned', 'duplicate'];

export const listHistory = (name: 'timeline' | 'events') => onIssue((call, issue) => {
  const events = historyOf(call.world, call.repository, issue).map((event) => representEvent(call.world, call.repository, event, call.role));
  const page = paged(events, urlOf(call, issue, name), call.query);
  return ok(page.rows, page.headers);
});

/** Blockers, blocked issues or sub-issues, as full issues. */
export const listRelated = (name: string, numbersOf: (issue: Issue) => readonly number[]) => onIssue((call, issue) => {
  const related = numbersOf(issue).flatMap((number) => call.repository.issues.get(number) ?? []);
  const page = paged(related.map((one) => representIssue(call.world, call.repository, one, call.role)), urlOf(call, issue, name), call.query);
  return ok(page.rows, page.headers);
});

export const getParent = onIssue((call, issue) => {
  const parent = issue.parent === null ? undefined : call.repository.issues.get(issue.parent);
  return parent ? ok(representIssue(call.world, call.repository, parent, call.role)) : notFound();
});

const urlOf = (call: RepositoryCall, issue: Issue, name: string): string => `${call.role.apiRoot}/repositories/${call.repository.id}/issues/${issue.number}/${name}`;
