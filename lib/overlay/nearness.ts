/** So many px before it comes into sight, long enough for its badge to be there first. */
const NEAR = 600;

/**
 * Which rows have come near to the window. The browser is asked to tell, for it knows after each frame: measuring rows
 * ourselves would make it lay out the page a second time.
 */
export interface Nearness {
  /** Whether it has been near; from the first question on, it is watched for. */
  has(container: Element): boolean;
  /** Watches for none but these. */
  keep(containers: ReadonlySet<Element>): void;
}

/** `above`: how far past its upper edge something is near as well. */
export function createNearness(onNear: () => void, above = NEAR): Nearness {
  const near = new WeakSet<Element>();
  const watched = new Set<Element>();
  let observer: IntersectionObserver | null = null;

  const margin = `${above}px ${NEAR}px ${NEAR}px`;
  const create = () =>
    new IntersectionObserver((entries) => {
      const arrived = entries.filter(({ isIntersecting }) => isIntersecting);
      for (const { target } of arrived) {
        near.add(target);
        leave(target);
      }
      if (arrived.length > 0) onNear();
      // Boards and tables scroll inside themselves: the second margin is for those.
    }, { rootMargin: margin, scrollMargin: margin } as IntersectionObserverInit);

  const leave = (container: Element) => {
    watched.delete(container);
    observer?.unobserve(container);
  };

  return {
    has(container) {
      if (near.has(container)) return true;
      if (watched.has(container)) return false;
      observer ??= create();
      watched.add(container);
      observer.observe(container);
      return false;
    },
    keep(containers) {
      for (const container of watched) if (!containers.has(container)) leave(container);
    },
  };
}
