import type { ReactNode } from 'react';

/** One view in one state, selected by `?state=<id>`. */
export interface PlaygroundState {
  readonly id: string;
  readonly title: string;
  readonly room: 'card' | 'popup' | 'options' | 'workspace';
  view(): ReactNode;
}
