import { useMemo, useState } from 'react';
import type { Horizon } from '../../../lib/core/roadmap/roadmap-item.ts';
import type { RoadmapView } from '../../../lib/messaging/messages.ts';

interface Move {
  readonly to: Horizon;
  readonly settled: boolean;
}
type Moves = ReadonlyMap<string, Move>;

interface Shown {
  readonly view: RoadmapView | null;
  /** Ends with the call of what it answers: written, or refused: then the item is back at once. */
  begin(id: string, to: Horizon): (written: boolean) => void;
}

/** Shows an item where it was dropped before the worker has answered, and until what was read afterwards says so too. */
export function useMoves(read: RoadmapView | null): Shown {
  const [moves, setMoves] = useState<Moves>(new Map());
  const [seen, setSeen] = useState({ read, moves });
  if (seen.read !== read) {
    // An end that comes with this reading, in one drawing, came behind it: what was read does not know of the move. The next one does, for it is asked for once the end has been drawn.
    const left = new Map([...moves].filter(([id, move]) => !move.settled || seen.moves.get(id) !== move));
    setSeen({ read, moves: left });
    setMoves(left);
  } else if (seen.moves !== moves) setSeen({ read, moves });
  const view = useMemo(() => withMoves(read, moves), [read, moves]);
  return {
    view,
    begin: (id, to) => {
      const move: Move = { to, settled: false };
      setMoves((before) => new Map(before).set(id, move));
      return (written) => setMoves((before) => {
        // It was moved on meanwhile: the end of the first move says nothing of the second, or the item would jump back until that is written too.
        if (before.get(id) !== move) return before;
        const after = new Map(before);
        if (written) after.set(id, { ...move, settled: true });
        else after.delete(id);
        return after;
      });
    },
  };
}

function withMoves(read: RoadmapView | null, moves: Moves): RoadmapView | null {
  if (read === null || moves.size === 0) return read;
  return {
    ...read,
    items: read.items.map((view) => {
      const move = moves.get(view.item.id);
      if (move === undefined) return view;
      const { window: _, ...item } = view.item;
      return { ...view, item: { ...item, horizon: move.to } };
    }),
  };
}
