import type { Ports } from './ports.ts';
import { renewReport, toolbarState } from './toolbar.ts';

export interface Toolbar {
  /** Shows the state as it is now. Asked for while it is being worked out, it is shown once more afterwards: what stands there last is the newest. */
  show(): Promise<void>;
  /** Where what it says of the goal is old, reports anew and shows that. */
  renew(): Promise<void>;
}

/**
 * Makes what keeps the toolbar icon true. Neither throws: a toolbar that cannot be told is no reason to fail; nor is a database that cannot be opened, of which the popup tells.
 *
 * @example const toolbar = createToolbar(house, showInToolbar); await toolbar.show()
 */
export function createToolbar(house: Promise<Ports>, showInToolbar: (state: Awaited<ReturnType<typeof toolbarState>>) => Promise<void>): Toolbar {
  let last: Promise<void> = Promise.resolve();
  let waits = false;
  const showAfter = async (before: Promise<void>): Promise<void> => {
    await before;
    waits = false;
    try {
      await showInToolbar(await toolbarState(await house));
    } catch {
      // The next change tells it again.
    }
  };
  const show = (): Promise<void> => {
    if (!waits) {
      waits = true;
      last = showAfter(last);
    }
    return last;
  };
  return {
    show,
    async renew() {
      try {
        if (await renewReport(await house)) await show();
      } catch {
        // The next round tries again.
      }
    },
  };
}
