const WINDOW = 1000;
const LIMIT = 3;
const PATIENCE = 30;
const LONGEST = 30_000;

/**
 * A page that takes our badge away gets it back three times a second, not more: it may be answering us, and two
 * programs that answer each other never end. After thirty times in a row we come back ever more slowly.
 */
export interface RemountGuard {
  /** Milliseconds until the badge may return; 0 is now, and counts. */
  ask(now: number): number;
}

export function createRemountGuard(): RemountGuard {
  let recent: number[] = [];
  let inARow = 0;
  return {
    ask(now) {
      const slowed = inARow < PATIENCE ? WINDOW : Math.min(LONGEST, WINDOW * 2 ** Math.ceil((inARow - PATIENCE) / LIMIT));
      // It stood much longer than it had to wait: the page has calmed down.
      if (now - (recent.at(-1) ?? now) > 4 * slowed) inARow = 0;
      const span = inARow === 0 ? WINDOW : slowed;
      recent = recent.filter((at) => now - at < span);
      const [oldest] = recent;
      if (oldest !== undefined && recent.length >= LIMIT) return span - (now - oldest);
      recent.push(now);
      inARow += 1;
      return 0;
    },
  };
}
