import type { Issue } from '../model/issue.ts';
import type { IconName } from './icons.ts';

export interface ShownState {
  text: string;
  icon: IconName;
  /** GitHub's data-status. */
  status: string;
  color: 'open' | 'done' | 'closed' | 'draft' | 'skipped';
}

export function shownState(issue: Issue): ShownState {
  if (issue.pull?.mergedAt) return { text: 'Merged', icon: 'git-merge', status: 'pullMerged', color: 'done' };
  if (issue.pull && issue.state === 'closed') return { text: 'Closed', icon: 'git-pull-request', status: 'pullClosed', color: 'closed' };
  if (issue.pull?.draft === true) return { text: 'Draft', icon: 'git-pull-request', status: 'draft', color: 'draft' };
  if (issue.pull) return { text: 'Open', icon: 'git-pull-request', status: 'pullOpened', color: 'open' };
  if (issue.state === 'open') return { text: 'Open', icon: 'issue-opened', status: 'issueOpened', color: 'open' };
  if (issue.stateReason === 'not_planned' || issue.stateReason === 'duplicate') return { text: 'Closed', icon: 'skip', status: 'issueClosedNotPlanned', color: 'skipped' };
  return { text: 'Closed', icon: 'issue-closed', status: 'issueClosed', color: 'done' };
}
