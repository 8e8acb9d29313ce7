import { bulkStates } from './bulk-states.tsx';
import { cardStates } from './card-states.tsx';
import { optionsStates } from './options-states.tsx';
import type { PlaygroundState } from './playground-state.ts';
import { popupJiraStates } from './popup-jira-states.tsx';
import { popupStates } from './popup-states.tsx';
import { roadmapStates } from './roadmap-states.tsx';
import { sprintStates } from './sprint-states.tsx';

export const states: readonly PlaygroundState[] = [...cardStates, ...popupStates, ...popupJiraStates, ...optionsStates, ...roadmapStates, ...bulkStates, ...sprintStates];
