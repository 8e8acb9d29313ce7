import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { watchForPlaces } from '../lib/overlay/watch.ts';
import { isAlive, send } from '../lib/platform/content.ts';

// On every page of a tracker, and all that is there while there is nothing to show: it only looks at the address.
export default defineUnlistedScript(() => watchForPlaces(window, document, { isAlive, bring: () => send('bringOverlay', null) }));
