import { autoUpdate, computePosition, flip, offset, shift, size } from '@floating-ui/dom';

const GAP = 6;
const EDGE = 8;
const TALLEST = 720;

/**
 * Keeps the card beside its anchor and inside the window. An anchor that the page has thrown away leaves it where it was, and one that grows
 * (a badge that gets its roadmap item) counts with its first size: a card that jumps away under the hand would be worse. Returns the way to stop.
 */
export function placeCard(anchor: HTMLElement, card: HTMLElement): () => void {
  const { width, height } = anchor.getBoundingClientRect();
  const place = {
    contextElement: anchor,
    getBoundingClientRect: () => {
      const { x, y } = anchor.getBoundingClientRect();
      return DOMRect.fromRect({ x, y, width, height });
    },
  };
  let placed = false;
  return autoUpdate(place, card, () => {
    // Thrown away before the first time, it still must not leave the card out of sight.
    if (placed && !anchor.isConnected) return;
    placed = true;
    void computePosition(place, card, {
      strategy: 'fixed',
      placement: 'bottom-start',
      middleware: [
        offset(GAP),
        flip({ padding: EDGE, fallbackPlacements: ['top-start', 'right-start', 'left-start'] }),
        shift({ padding: EDGE, crossAxis: true }),
        size({ padding: EDGE, apply: ({ elements }) => { elements.floating.style.maxHeight = `${Math.min(TALLEST, window.innerHeight - 2 * EDGE)}px`; } }),
      ],
    }).then(({ x, y }) => Object.assign(card.style, { left: `${x}px`, top: `${y}px` }));
  });
}
