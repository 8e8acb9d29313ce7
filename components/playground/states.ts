import { cardStates } from './card-states.tsx';
import type { PlaygroundState } from './playground-state.ts';

export const states: readonly PlaygroundState[] = [...cardStates];
