import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { panel } from '../components/card/panel.tsx';
import { tellWhenOnline } from '../lib/messaging/client.ts';
import { selectedAmong } from '../lib/overlay/selection.ts';

export default defineUnlistedScript(() => {
  if (globalThis.waymarkPanel) return;
  globalThis.waymarkPanel = { ...panel(), selectedAmong };
  tellWhenOnline();
});
