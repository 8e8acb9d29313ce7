import type { SprintKey } from '../../../lib/core/issue.ts';
import type { LedgerView, PopupView } from '../../../lib/messaging/messages.ts';
import { boardName } from '../../ui/wording/board-name.ts';

export interface SprintGroup {
  readonly name: 'Running' | 'To come' | 'Past';
  readonly sprints: readonly { readonly key: SprintKey; readonly title: string }[];
}

/** All sprints of a project that can be looked at, each once. Where several boards have sprints, each says whose it is. */
export function sprintChoices({ sprints }: Pick<PopupView, 'sprints'>, ledger: LedgerView | null): SprintGroup[] {
  const boards = new Set(sprints.flatMap(({ board }) => board?.id ?? []));
  const named = sprints.map(({ key, title, board, state }) => ({ key, state, title: boards.size > 1 && board ? `${title} (${boardName(board.name)})` : title }));
  const known = new Set(named.map(({ key }) => key));
  return [
    { name: 'Running', sprints: named.filter(({ state }) => state === 'open') },
    { name: 'To come', sprints: named.filter(({ state }) => state === 'future') },
    { name: 'Past', sprints: (ledger?.sprints ?? []).flatMap(({ sprint, title, state }) => (state === 'closed' && !known.has(sprint) ? [{ key: sprint, title }] : [])) },
  ];
}
