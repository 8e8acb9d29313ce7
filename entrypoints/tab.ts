import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { askTab } from '../lib/platform/page.ts';

// Before the popup's own script, which takes longer to be read than the tab takes to answer.
export default defineUnlistedScript(() => {
  globalThis.waymarkTab ??= askTab();
});
