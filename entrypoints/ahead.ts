import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { askAhead } from '../lib/overlay/ahead.ts';
import { onAnyWord, tell } from '../lib/platform/first-words.ts';

// Before the overlay, wherever a page has that from its beginning.
export default defineUnlistedScript(() => askAhead(document, { tell, onAnyWord }));
