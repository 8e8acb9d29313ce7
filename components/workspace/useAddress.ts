import { useSyncExternalStore } from 'react';

/** The part of the address after `#`, as it changes. */
export function useAddress(): string {
  return useSyncExternalStore(subscribe, () => location.hash);
}

function subscribe(changed: () => void): () => void {
  window.addEventListener('hashchange', changed);
  return () => window.removeEventListener('hashchange', changed);
}
