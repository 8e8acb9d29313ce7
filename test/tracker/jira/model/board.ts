export interface BoardColumn {
  readonly name: string;
  /** Status ids. */
  readonly statuses: readonly string[];
  readonly max?: number;
}

/** `simple` is a team-managed project's. Only scrum boards, and simple ones with `hasSprints`, have sprints. */
export interface JiraBoard {
  readonly id: number;
  readonly name: string;
  readonly type: 'scrum' | 'kanban' | 'simple';
  readonly project: string;
  readonly hasSprints: boolean;
  readonly filterId: string;
  /** The board's filter: its project, or only this component of it. */
  readonly component: string | null;
  readonly columns: readonly BoardColumn[];
  readonly estimation: 'storyPoints' | 'storyPointEstimate' | null;
}

/** Times are milliseconds since the epoch. A sprint belongs to the board it was made on and shows on every board that shows one of its issues. */
export interface JiraSprint {
  readonly id: number;
  readonly boardId: number;
  readonly createdAt: number;
  name: string;
  goal: string;
  state: 'future' | 'active' | 'closed';
  startAt: number | null;
  endAt: number | null;
  completedAt: number | null;
}
