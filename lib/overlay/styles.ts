import { followTheme } from './theme.ts';

/**
 * Dresses shadow roots: one sheet shared by all of them (a hundred <style> elements cost ten times as much). `colours` is what the tracker's pages add to ours.
 */
export function createDresser(document: Document, css: string, colours: string, signal: AbortSignal): (root: ShadowRoot) => void {
  const theme = followTheme(document, colours, signal);
  try {
    const sheet = new CSSStyleSheet();
    const sheets = [sheet];
    const write = () => sheet.replaceSync(css + theme.css());
    write();
    theme.onChange(write);
    return (root) => {
      try {
        root.adoptedStyleSheets = sheets;
      } catch {
        addStyle(root, css + theme.css());
      }
    };
  } catch {
    // Some Firefox versions refuse constructable sheets to content scripts ("Accessing from Xray wrapper is not supported").
    return (root) => addStyle(root, css + theme.css());
  }
}

function addStyle(root: ShadowRoot, text: string): void {
  const style = root.ownerDocument.createElement('style');
  style.textContent = text;
  root.append(style);
}
