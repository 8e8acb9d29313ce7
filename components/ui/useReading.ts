import { useCallback, useEffect, useState } from 'react';
import { onChanged } from '../../lib/messaging/client.ts';
import { type Answered, useAnswer } from './useAnswer.ts';

export interface Reading<T> extends Answered<T> {
  renew(): void;
}

/**
 * Reads from the worker at once and after every change it tells of. `read` must be stable. `calm`: so many milliseconds after a change, for what is dear to work out;
 * further changes until then are one with it; never again with `Infinity`.
 */
export function useReading<T>(read: () => Promise<T>, calm = 0): Reading<T> {
  const [turn, setTurn] = useState(0);
  const renew = useCallback(() => setTurn((before) => before + 1), []);
  const answered = useAnswer(read, 0, turn);
  useEffect(() => {
    if (calm === Infinity) return undefined;
    if (calm === 0) return onChanged(renew);
    let timer: ReturnType<typeof setTimeout> | undefined;
    const stop = onChanged(() => { timer ??= setTimeout(() => { timer = undefined; renew(); }, calm); });
    return () => { stop(); clearTimeout(timer); };
  }, [renew, calm]);
  return { ...answered, renew };
}
