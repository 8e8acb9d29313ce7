import { useEffect, useState } from 'react';
import type { Problem } from '../../lib/messaging/messages.ts';
import { problemOf } from './problem-of.ts';

export interface Answered<T> {
  /** `null` before the first answer. Stays until the next one is there, and when a later question fails. */
  readonly answer: { readonly value: T } | null;
  readonly problem: Problem | null;
}

/** The answer to a question, asked anew whenever it is another one or the `turn` is; a late answer to an older one is dropped. `ask` must be stable, and `null` asks nothing. `rest`: so many milliseconds without another question, for what is typed or dragged. */
export function useAnswer<T>(ask: (() => Promise<T>) | null, rest = 0, turn = 0): Answered<T> {
  const [state, setState] = useState<Answered<T>>({ answer: null, problem: null });
  useEffect(() => {
    if (ask === null) return undefined;
    let stale = false;
    const put = async () => {
      try {
        const value = await ask();
        if (!stale) setState({ answer: { value }, problem: null });
      } catch (error) {
        if (!stale) setState(({ answer }) => ({ answer, problem: problemOf(error) }));
      }
    };
    const timer = rest === 0 ? void put() : setTimeout(() => void put(), rest);
    return () => { stale = true; clearTimeout(timer ?? undefined); };
    // `turn` is not read: another turn is what asks again.
    // oxlint-disable-next-line react/exhaustive-effect-dependencies
  }, [ask, rest, turn]);
  return state;
}
