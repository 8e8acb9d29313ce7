import { defineContentScript } from 'wxt/utils/define-content-script';
import { startOverlay } from '../lib/overlay/overlay.ts';
import { isAlive, onBroadcast, send } from '../lib/platform/content.ts';

// Registered at run time for other hosts, and injected into tabs that are already open: of several, the newest lives.
export default defineContentScript({
  matches: ['https://github.com/*'],
  runAt: 'document_end',
  noScriptStartedPostMessage: true,
  main: ({ signal }) => startOverlay(document, { send, onBroadcast, isAlive, signal }),
});
