import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { line } from '../lib/overlay/line/line.ts';

export default defineUnlistedScript(() => {
  // It lives as long as the overlay that had it brought.
  const life = globalThis.waymarkOverlay;
  if (!life || life.aborted || globalThis.waymarkLine) return;
  globalThis.waymarkLine = line(document, life);
  life.addEventListener('abort', () => { globalThis.waymarkLine = undefined; });
});
