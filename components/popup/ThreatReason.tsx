import { useLayoutEffect, useState } from 'react';

/** Why something threatens the goal, in one line; where that cuts it off, the line is a button that shows the rest. Another reason is another line: give it as the key. */
export function ThreatReason({ reason }: { readonly reason: string }) {
  const [line, setLine] = useState<HTMLElement | null>(null);
  const [cut, setCut] = useState(false);
  const [whole, setWhole] = useState(false);
  useLayoutEffect(() => {
    // What is shown whole was cut, or nobody could have asked for it.
    if (line === null || whole) return undefined;
    const look = () => setCut(line.scrollWidth > line.clientWidth);
    look();
    const watch = new ResizeObserver(look);
    watch.observe(line);
    return () => watch.disconnect();
  }, [line, whole]);
  if (!cut) return <span ref={setLine} className="threat-reason">{reason}</span>;
  return <button ref={setLine} type="button" className="threat-reason threat-cut" aria-expanded={whole} onClick={() => setWhole(!whole)}>{reason}</button>;
}
