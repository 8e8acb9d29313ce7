import type { KeyboardEvent } from 'react';

/** Escape in a field leaves the field's form; only the next one leaves what is around it. */
export function onEscape(leave: () => void): (event: KeyboardEvent) => void {
  return (event) => {
    if (event.key !== 'Escape') return;
    event.preventDefault();
    leave();
  };
}
