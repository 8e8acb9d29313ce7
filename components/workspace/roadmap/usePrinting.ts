import { useEffect, useState } from 'react';
import { flushSync } from 'react-dom';

/** Whether the page is being printed: then all of it is wanted, not only what is on the screen at once. */
export function usePrinting(): boolean {
  const [printing, setPrinting] = useState(false);
  useEffect(() => {
    const paper = matchMedia('print');
    // The browser takes the page as it is when the event ends.
    const turn = (on: boolean) => flushSync(() => setPrinting(on));
    const listening = new AbortController();
    addEventListener('beforeprint', () => turn(true), listening);
    addEventListener('afterprint', () => turn(false), listening);
    // Previews of some browsers send this alone.
    paper.addEventListener('change', ({ matches }) => turn(matches), listening);
    return () => listening.abort();
  }, []);
  return printing;
}
