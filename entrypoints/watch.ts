import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { watchForPlaces } from '../lib/overlay/watch.ts';
import { tell } from '../lib/platform/first-words.ts';

// On every page of a tracker, and all that is there while there is nothing to show: it waits for the next address.
export default defineUnlistedScript(() => watchForPlaces(() => void tell('bringOverlay', null)));
