import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { panel } from '../components/card/panel.tsx';

export default defineUnlistedScript(() => {
  globalThis.waymarkPanel ??= panel();
});
