import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { panel } from '../components/card/panel.tsx';
import { selectedAmong } from '../lib/overlay/selection.ts';

export default defineUnlistedScript(() => {
  globalThis.waymarkPanel ??= { ...panel(), selectedAmong };
});
