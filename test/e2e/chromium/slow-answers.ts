import type { Page } from '@playwright/test';
import type { MessageName } from '../../../lib/messaging/messages.ts';
import type { Waymark } from '../waymark.ts';

/** What happens to answers of the worker on their way to a page, by the message: so many milliseconds late, or the first one lost, as when the worker dies over it. */
export type OnTheWay = Partial<Record<MessageName, number | 'first lost'>>;

interface Runtime {
  sendMessage(message: unknown, answered?: (reply: unknown) => void): Promise<unknown> | undefined;
}

/** One of our own pages, to which the real worker's answers come late, or not at all. */
export async function openWithSlowAnswers(waymark: Waymark, path: string, onTheWay: OnTheWay): Promise<Page> {
  const page = await waymark.context.newPage();
  await page.addInitScript((rules: Readonly<Record<string, number | 'first lost'>>) => {
    const spaces = globalThis as unknown as { chrome: { runtime: Runtime }; browser?: { runtime: Runtime } }; // an extension's page has the first, in a newer Chromium both
    const lost = new Set<string>();
    for (const { runtime } of [spaces.chrome, ...(spaces.browser ? [spaces.browser] : [])]) {
      const send = runtime.sendMessage.bind(runtime);
      runtime.sendMessage = (message, answered) => {
        const name = (message as { waymark: string }).waymark; // our own pages send nothing else
        const rule = rules[name];
        const late = Promise.resolve(send(message)).then(async (reply) => {
          if (rule === 'first lost' && !lost.has(name)) return void lost.add(name);
          if (typeof rule === 'number') await new Promise((done) => { setTimeout(done, rule); });
          return reply;
        });
        if (answered === undefined) return late;
        void late.then(answered);
        return undefined;
      };
    }
  }, onTheWay);
  await page.goto(`chrome-extension://${waymark.id}/${path}`);
  return page;
}
