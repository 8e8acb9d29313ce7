import type { MouseEvent } from 'react';

/** The place further down where issues are marked as serving the goal. */
export const SERVING = 'serving';

/** Goes there and opens it, for whoever has marked none yet. */
export function openServing(event: MouseEvent): void {
  const place = document.getElementById(SERVING);
  if (!(place instanceof HTMLDetailsElement)) return;
  event.preventDefault();
  place.open = true;
  place.scrollIntoView({ block: 'start' });
  place.querySelector('summary')?.focus();
}
