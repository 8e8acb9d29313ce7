import { useEffect, useState } from 'react';
import type { Instant } from '../../lib/core/time.ts';

/** The clock of a view: renews every `every` milliseconds. Views get `now` as a prop; only containers and countdowns call this. */
export function useNow(every = 30_000): Instant {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), every);
    return () => clearInterval(timer);
  }, [every]);
  return now;
}
