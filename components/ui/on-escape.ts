import type { KeyboardEvent } from 'react';

/** Escape leaves the form that it is pressed in, wherever in it; only the next one leaves what is around it. One that ends the composing of a letter is the composer's. */
export function onEscape(leave: () => void): (event: KeyboardEvent) => void {
  return (event) => {
    if (event.key !== 'Escape' || event.nativeEvent.isComposing) return;
    event.preventDefault();
    leave();
  };
}
