import { useCallback, useEffect, useState } from 'react';
import { onChanged } from '../../lib/messaging/client.ts';
import type { Problem } from '../../lib/messaging/messages.ts';
import { problemOf } from './problem-of.ts';

export interface Reading<T> {
  /** `null` before the first answer. Stays when a later reading fails. */
  readonly answer: { readonly value: T } | null;
  readonly problem: Problem | null;
  renew(): void;
}

/**
 * Reads from the worker at once and after every change it tells of. A late answer to an older question is dropped. `read` must be stable. `calm`: so many milliseconds after a change, for what is dear to work out;
 * further changes until then are one with it; never again with `Infinity`.
 */
export function useReading<T>(read: () => Promise<T>, calm = 0): Reading<T> {
  const [state, setState] = useState<Pick<Reading<T>, 'answer' | 'problem'>>({ answer: null, problem: null });
  const [turn, setTurn] = useState(0);
  const renew = useCallback(() => setTurn((before) => before + 1), []);
  useEffect(() => {
    let stale = false;
    async function ask() {
      try {
        const value = await read();
        if (!stale) setState({ answer: { value }, problem: null });
      } catch (error) {
        if (!stale) setState(({ answer }) => ({ answer, problem: problemOf(error) }));
      }
    }
    void ask();
    return () => { stale = true; };
    // `turn` is not read: another turn is what asks again.
    // oxlint-disable-next-line react/exhaustive-effect-dependencies
  }, [read, turn]);
  useEffect(() => {
    if (calm === Infinity) return undefined;
    if (calm === 0) return onChanged(renew);
    let timer: ReturnType<typeof setTimeout> | undefined;
    const stop = onChanged(() => { timer ??= setTimeout(() => { timer = undefined; renew(); }, calm); });
    return () => { stop(); clearTimeout(timer); };
  }, [renew, calm]);
  return { ...state, renew };
}
