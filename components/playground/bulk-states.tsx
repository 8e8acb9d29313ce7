import type { IssueKey } from '../../lib/core/issue.ts';
import type { BulkIssueState, BulkReview, BulkView } from '../../lib/messaging/messages.ts';
import { BulkProgress } from '../bulk/BulkProgress.tsx';
import { BulkReviewView } from '../bulk/BulkReviewView.tsx';
import { NOW } from './issues.ts';
import type { PlaygroundState } from './playground-state.ts';

const item = { id: 'faster-checkout', title: 'Faster checkout' };
const payments = { id: 'trusted-payments', title: 'Trusted payments' };
const key = (number: number) => `github.com/acme/shop#${number}` as IssueKey; // a fixture of the right shape
const issue = (number: number, title: string) => ({ key: key(number), reference: `#${number}`, title, url: `https://github.com/acme/shop/issues/${number}`, from: null });
const none = Object.fromEntries((['waiting', 'done', 'local', 'already', 'left-alone', 'stopped', 'undone', 'failed', 'conflict', 'overtaken'] satisfies BulkIssueState[]).map((state) => [state, 0])) as Record<BulkIssueState, number>; // all of them
const nothing = () => undefined;
const ANOTHERS = 'It was made while maya was signed in, and would be sent as jonas now: send it so, discard it, or sign in as maya again, and it is sent by itself.';
const events = { onStop: nothing, onUndo: nothing, onRetry: nothing, onSettle: nothing };

const review: BulkReview = {
  item, total: 500, already: 12,
  ways: [
    { host: 'github.com', tracker: 'github', via: 'label', because: 'Goes to github.com as a label that the whole team sees.', issues: 231 },
    { host: 'acme.atlassian.net', tracker: 'jira', via: 'label', because: 'Goes to acme.atlassian.net as a label, and into the issue itself, that the whole team sees.', issues: 249 },
    { host: 'git.acme.example', tracker: 'github', via: 'local', because: 'Kept in this browser. Add a token for git.acme.example that may write issues, and the team sees it as a label.', issues: 6 },
  ],
  others: [{ ...issue(311, 'Card payment fails silently when the bank asks twice'), from: payments }, { ...issue(298, 'Save the card for next time'), from: payments }],
};
const running: BulkView = {
  id: 'a', item, by: ['maya'], createdAt: NOW, state: 'running', total: 500, counts: { ...none, done: 132, already: 12, local: 6, waiting: 348, 'left-alone': 2 }, retryable: 0, anothers: [], undoable: true, listed: [],
  waits: [
    { host: 'github.com', issues: 98, until: NOW + 900_000, because: 'github.com limits how much may be written at once.' },
    { host: 'acme.atlassian.net', issues: 250, until: null, because: 'One after the other, a second apart, to acme.atlassian.net.' },
  ],
};
const troubled: BulkView = {
  ...running, state: 'ended', waits: [], counts: { ...none, done: 494, failed: 2, conflict: 1, stopped: 1, 'left-alone': 2 }, retryable: 3,
  listed: [
    { ...issue(359, 'Related-products strip is not announced to screen readers'), state: 'conflict', because: 'A teammate has put trusted-payments there meanwhile: keep that, or use faster-checkout instead.', theirs: payments },
    { ...issue(352, 'Back-in-stock alert: remove the old feature flag'), state: 'failed', because: 'github.com no longer accepts the token: give Waymark a new one in its options, and it goes on; there is no need to retry.', theirs: null },
    { ...issue(351, 'Price rules: currency of the seller'), state: 'failed', because: 'github.com no longer accepts the token: give Waymark a new one in its options, and it goes on; there is no need to retry.', theirs: null },
    { ...issue(350, 'Delivery update: replace polling by events'), state: 'stopped', because: null, theirs: null },
    { ...issue(298, 'Save the card for next time'), from: payments, state: 'left-alone', because: null, theirs: null },
  ],
};

const ofAnother: BulkView = {
  ...troubled, counts: { ...none, done: 497, failed: 3 }, retryable: 1, anothers: [{ as: 'jonas', issues: 2 }],
  listed: [
    { ...issue(352, 'Back-in-stock alert: remove the old feature flag'), state: 'failed', because: ANOTHERS, theirs: null },
    { ...issue(351, 'Price rules: currency of the seller'), state: 'failed', because: ANOTHERS, theirs: null },
    { ...issue(350, 'Delivery update: replace polling by events'), state: 'failed', because: 'GitHub answered that the token may not write issues here.', theirs: null },
  ],
};

const shown = (id: string, title: string, view: PlaygroundState['view']): PlaygroundState => ({ id, title, room: 'workspace', view: () => <div className="waymark" style={{ padding: 24, maxWidth: 712, background: 'var(--canvas)' }}>{view()}</div> });

export const bulkStates: readonly PlaygroundState[] = [
  shown('bulk-review', 'What a bulk tagging would write, over three sites', () => <BulkReviewView review={review} included={new Set([key(298)])} busy={false} onInclude={nothing} onStart={nothing} onBack={nothing} />),
  shown('bulk-running', 'It runs, and a site limits it', () => <BulkProgress view={running} problem={null} now={NOW + 90_000} takesFocus={false} events={events} />),
  shown('bulk-anothers', 'Somebody else has signed in meanwhile', () => <BulkProgress view={ofAnother} problem={null} now={NOW + 90_000} takesFocus={false} events={events} />),
  shown('bulk-troubled', 'A conflict, failures and what was not sent', () => <BulkProgress view={troubled} problem={null} now={NOW + 90_000} takesFocus={false} events={events} />),
];
