import { useCallback, useEffect, useRef, useState } from 'react';
import { onChanged } from '../../lib/messaging/client.ts';
import { type Answered, useAnswer } from './useAnswer.ts';

export interface Reading<T> extends Answered<T> {
  renew(): void;
}

/**
 * Reads from the worker at once and after every change it tells of. `read` must be stable. `calm`: so many milliseconds after a change, for what is dear to work out;
 * further changes until then are one with it; never again with `Infinity`. What it tells of while it is being asked is read once that answer is there: changes that follow each other
 * faster than they can be read would leave the page without any answer, and the worker with ever more questions.
 */
export function useReading<T>(read: () => Promise<T>, calm = 0): Reading<T> {
  const [turn, setTurn] = useState(0);
  const asked = useRef<Asked>({ now: 0, again: false, renewals: 0 });
  const renew = useCallback(() => {
    asked.current.renewals += 1;
    setTurn((before) => before + 1);
  }, []);
  const ask = useCallback(() => answerTo(read, asked.current, renew), [read, renew]);
  const answered = useAnswer(ask, 0, turn);
  useEffect(() => {
    if (calm === Infinity) return undefined;
    const hear = () => { if (asked.current.now > 0) asked.current.again = true; else renew(); };
    if (calm === 0) return onChanged(hear);
    let timer: ReturnType<typeof setTimeout> | undefined;
    const stop = onChanged(() => { timer ??= setTimeout(() => { timer = undefined; hear(); }, calm); });
    return () => { stop(); clearTimeout(timer); };
  }, [renew, calm]);
  return { ...answered, renew };
}

interface Asked {
  /** How many questions are on their way. */
  now: number;
  /** Something new was told of meanwhile. */
  again: boolean;
  renewals: number;
}

async function answerTo<T>(read: () => Promise<T>, asked: Asked, renew: () => void): Promise<T> {
  const { renewals } = asked;
  asked.now += 1;
  asked.again = false;
  try {
    return await read();
  } finally {
    asked.now -= 1;
    // In a task of its own: the answer is put first.
    if (asked.again && asked.now === 0) setTimeout(renew, 0);
    // Asked before what it is renewed for, and answered before React has come to ask anew: it would take back what was just done, and is never told.
    if (asked.renewals !== renewals) await new Promise(() => undefined);
  }
}
