import { useSyncExternalStore } from 'react';

/** 560 px with letters of the usual size, as in the style sheets. */
const NARROW = '(max-width: 35em)';

/** Whether a page of ours has little room: a small screen, or a large zoom. Only for what a style sheet cannot do. */
export function useNarrowWindow(): boolean {
  return useSyncExternalStore(
    (changed) => {
      const media = matchMedia(NARROW);
      media.addEventListener('change', changed);
      return () => media.removeEventListener('change', changed);
    },
    () => matchMedia(NARROW).matches,
    () => false,
  );
}
