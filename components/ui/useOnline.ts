import { useSyncExternalStore } from 'react';

/** False only where the browser is sure that nothing can be reached. */
export function isOnline(): boolean {
  return navigator.onLine;
}

/** The same, as it changes. */
export function useOnline(): boolean {
  return useSyncExternalStore(subscribe, isOnline);
}

function subscribe(changed: () => void): () => void {
  window.addEventListener('online', changed);
  window.addEventListener('offline', changed);
  return () => {
    window.removeEventListener('online', changed);
    window.removeEventListener('offline', changed);
  };
}
