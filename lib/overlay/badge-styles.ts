import css from './badge.css?inline';
import { createDresser } from './styles.ts';

/** Dresses the shadow roots of badges. `colours` is what the tracker's pages add to them. */
export function createStyles(document: Document, colours: string, signal: AbortSignal): (root: ShadowRoot) => void {
  return createDresser(document, css, colours, signal);
}
