import bulk from '../bulk/bulk.css?inline';
import base from '../ui/base.css?inline';
import item from '../ui/item.css?inline';
import tokens from '../ui/tokens.css?inline';
import card from './card.css?inline';
import { pageTheme, wantsContrast } from './page-theme.ts';

/** An element of our own in the page's top layer, with an open shadow root and our styles. Nothing of the page reaches in, nothing of ours leaks out. */
export function shadowHost(): { host: HTMLElement; root: ShadowRoot } {
  const host = document.createElement('waymark-card');
  // Whatever language the page speaks.
  host.lang = 'en';
  host.popover = 'manual';
  // Atlassian's modals fetch the focus back from whatever does not bear this (react-focus-lock): over them nothing could be typed into the card.
  host.dataset.noFocusLock = '';
  // Set one by one through the CSSOM, which no content security policy forbids.
  host.style.cssText = 'all: initial; direction: ltr; position: fixed; inset: auto; left: 0; top: 0; margin: 0; padding: 0; border: 0; overflow: visible; background: transparent; display: block; width: max-content; max-width: 100vw; z-index: 2147483647;';
  const theme = pageTheme(document);
  if (theme !== null) host.dataset.theme = theme;
  // What resets all else of the page's resets this too, and outranks our own sheet.
  host.style.colorScheme = theme ?? 'light dark';
  const root = host.attachShadow({ mode: 'open' });
  dress(root);
  return { host, root };
}

function dress(root: ShadowRoot): void {
  // More contrast is the page's wish as much as the system's.
  const colours = wantsContrast(document) ? tokens.replace(/\(prefers-contrast: ?more\)/, 'all') : tokens;
  const styles = `${colours}\n${base}\n${item}\n${bulk}\n${card}`;
  try {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(styles);
    root.adoptedStyleSheets = [sheet];
  } catch {
    // Older Firefox refuses constructable sheets from a content script (kiss-translator#918).
    const element = document.createElement('style');
    element.textContent = styles;
    root.append(element);
  }
}
