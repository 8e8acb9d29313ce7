import type { Issue } from './issue.ts';

/** What a tracker and its things are called in sentences. */
export interface TrackerWords {
  readonly name: string;
  /** Where a sprint's goal is written. */
  readonly goalPlace: string;
}

const WORDS: Readonly<Record<Issue['tracker'], TrackerWords>> = {
  github: { name: 'GitHub', goalPlace: 'the milestone’s description' },
  jira: { name: 'Jira', goalPlace: 'the sprint’s goal' },
};

/** The words of a tracker: `trackerWords('jira').name` → `'Jira'` */
export function trackerWords(tracker: Issue['tracker']): TrackerWords {
  return WORDS[tracker];
}
