import type { CardEvents } from '../card/card-events.ts';
import { BulkTagView } from '../card/BulkTagView.tsx';
import { CardView, type CardState } from '../card/CardView.tsx';
import { BulkGoalMark } from '../card/BulkGoalMark.tsx';
import { brief, card, goal, items, jiraCard, marked, outcome, pending, unscored, untagged } from './card-fixtures.ts';
import { issueKey, NOW, OFFLINE } from './issues.ts';
import type { PlaygroundState } from './playground-state.ts';

const find = (text: string) => Promise.resolve(items.filter((item) => `${item.title} ${item.id}`.toLowerCase().includes(text.toLowerCase())));
const nothing = () => undefined;

const events: CardEvents = {
  onClose: nothing, onReload: nothing, onOpenItem: nothing, onEnter: nothing, onAccept: nothing, onUndo: nothing, onRetry: nothing, onDiscard: nothing,
  onFind: find, onTag: nothing, onCreate: () => Promise.resolve(null), onDescribe: () => Promise.resolve(null), onUndoTag: nothing, onConnections: nothing, onMark: nothing, onUndoMark: nothing,
};

function shown(id: string, title: string, state: CardState, extra: { focus?: 'card' | 'tag'; undoable?: boolean; marked?: boolean } = {}): PlaygroundState {
  return {
    id, title, room: 'card',
    view: () => <CardView issue={issueKey(312)} state={state} focus={extra.focus ?? 'card'} now={NOW} outcome={extra.undoable ? { ...outcome, undoUntil: Date.now() + 8000 } : null} marked={extra.marked ? { ...marked, undoUntil: Date.now() + 8000 } : null} said="" events={events} />,
  };
}

const ready = (which: typeof card): CardState => ({ kind: 'ready', card: which, problem: null });

export const cardStates: readonly PlaygroundState[] = [
  shown('card-ready', 'Scored, flagged, tagged', ready(card)),
  shown('card-item', 'What its roadmap item is for and how it goes', { kind: 'ready', card: { ...card, flags: [] }, problem: null, brief }, { focus: 'tag' }),
  shown('card-untagged', 'No flags, no roadmap item, kept locally', ready(untagged)),
  shown('card-unscored', 'Unscored: inputs missing', ready(unscored)),
  shown('card-tag', 'Opened for tagging', ready({ ...card, tag: null, roadmapItem: null }), { focus: 'tag' }),
  shown('card-tagged', 'Just tagged, with Undo', ready({ ...card, tag: { ...card.tag ?? { key: card.key, item: 'faster-checkout', via: 'label' }, pending: true } }), { focus: 'tag', undoable: true }),
  shown('card-pending', 'Writes waiting and failed, offline', { kind: 'ready', card: { ...card, pending }, problem: OFFLINE }),
  shown('card-jira', 'An issue of Jira', ready(jiraCard)),
  shown('card-jira-shared', 'An issue of Jira whose tag stands in the issue itself', ready({ ...jiraCard, tag: { key: jiraCard.key, item: 'guest-accounts', via: 'shared', pending: false }, roadmapItem: null })),
  shown('card-jira-torn', 'An issue of Jira whose label and property name different items', ready({ ...jiraCard, alsoTagged: ['guest-accounts'] })),
  shown('card-inherited', 'Tagged by its epic', ready({ ...card, tag: { key: card.key, item: 'faster-checkout', via: 'parent', pending: false, from: issueKey(300) } })),
  shown('card-goal', 'In a sprint, not marked', ready({ ...card, flags: [], sprintGoal: goal })),
  shown('card-goal-marked', 'Just marked as serving the goal', ready({ ...card, flags: [], sprintGoal: { ...goal, mark: { via: 'label', pending: true } } }), { marked: true }),
  shown('card-goal-item', 'Serves one of two goals by its roadmap item', ready({ ...card, flags: [], sprintGoal: { ...goal, goals: [...goal.goals, 'Support answers within a day'], mark: { via: 'item', pending: false } } })),
  shown('card-loading', 'Loading', { kind: 'loading' }),
  shown('card-failed', 'Failed', { kind: 'failed', problem: { kind: 'stopped', sentence: 'Waymark’s background worker did not answer.', action: 'Reload this page; if that does not help, restart the browser.' } }),
  shown('card-unknown', 'Nothing known', { kind: 'unknown' }),
  {
    id: 'card-bulk', title: 'Tag several issues', room: 'card',
    view: () => <BulkTagView references={['#312', '#318', '#320', '#321', '#340']} isReviewed={false} tracker="GitHub" shares={false} tagging={card.tagging} outcome={{ ...outcome, tagged: 5, undoUntil: Date.now() + 8000 }} problem={null} said="" events={events} onClose={nothing} mark={<BulkGoalMark target="5 issues" tracker="GitHub" label="sprint-goal" tagging={card.tagging} marked={{ ...marked, marked: 5, undoUntil: Date.now() + 8000 }} events={events} />} />,
  },
];
