import type { Issue } from './issue.ts';

/** What a tracker and its things are called in sentences. */
export interface TrackerWords {
  readonly name: string;
  /** Where a sprint's goal is written. */
  readonly goalPlace: string;
  readonly sprints: string;
  /** What a sprint's last day makes of it: a milestone is due, a sprint ends. */
  readonly due: 'due' | 'ends';
}

const WORDS: Readonly<Record<Issue['tracker'], TrackerWords>> = {
  github: { name: 'GitHub', goalPlace: 'the milestone’s description', sprints: 'milestones', due: 'due' },
  jira: { name: 'Jira', goalPlace: 'the sprint’s goal', sprints: 'sprints', due: 'ends' },
};

/** The words of a tracker: `trackerWords('jira').name` → `'Jira'` */
export function trackerWords(tracker: Issue['tracker']): TrackerWords {
  return WORDS[tracker];
}
