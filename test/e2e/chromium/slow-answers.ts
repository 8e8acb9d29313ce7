import type { Page } from '@playwright/test';
import type { MessageName } from '../../../lib/messaging/messages.ts';
import type { Waymark } from '../waymark.ts';

/**
 * What happens to answers of the worker on their way to a page, by the message: so many milliseconds late; the first one lost, as when the worker dies over it; from the second one on kept until another message is
 * answered, and passed on right behind that, before the page has come to anything else; or the message itself late.
 */
export type OnTheWay = Partial<Record<MessageName, Rule>>;
type Rule = number | 'first lost' | { readonly behind: MessageName } | { readonly asked: number };

interface Runtime {
  sendMessage(message: unknown, answered?: (reply: unknown) => void): Promise<unknown> | undefined;
}

/** One of our own pages, to which the real worker's answers come late, or not at all. */
export async function openWithSlowAnswers(waymark: Waymark, path: string, onTheWay: OnTheWay): Promise<Page> {
  const page = await waymark.context.newPage();
  await page.addInitScript((rules: Readonly<Record<string, Rule>>) => {
    const spaces = globalThis as unknown as { chrome: { runtime: Runtime }; browser?: { runtime: Runtime } }; // an extension's page has the first, in a newer Chromium both
    const lost = new Set<string>();
    const asked = new Map<string, number>();
    const answers = new Map<string, PromiseWithResolvers<void> & { come: boolean }>();
    const answerTo = (name: string) => {
      const answer = answers.get(name) ?? { ...Promise.withResolvers<void>(), come: false };
      answers.set(name, answer);
      return answer;
    };
    Object.assign(globalThis, { asked });
    for (const runtime of new Set([spaces.chrome.runtime, ...(spaces.browser ? [spaces.browser.runtime] : [])])) {
      const send = runtime.sendMessage.bind(runtime);
      runtime.sendMessage = (message, hear) => {
        const name = (message as { waymark: string }).waymark; // our own pages send nothing else
        const rule = rules[name];
        asked.set(name, (asked.get(name) ?? 0) + 1);
        const isFirst = asked.get(name) === 1;
        const wait = typeof rule === 'object' && 'asked' in rule ? new Promise((done) => { setTimeout(done, rule.asked); }) : Promise.resolve();
        const late = wait.then(() => send(message)).then(async (reply) => {
          if (rule === 'first lost' && !lost.has(name)) return void lost.add(name);
          if (typeof rule === 'number') await new Promise((done) => { setTimeout(done, rule); });
          if (typeof rule === 'object' && 'behind' in rule && !isFirst && !answerTo(rule.behind).come) {
            await answerTo(rule.behind).promise;
            // What the other answer sets in motion comes first.
            for (let step = 0; step < 50; step += 1) await Promise.resolve();
          }
          answerTo(name).come = true;
          answerTo(name).resolve();
          return reply;
        });
        if (hear === undefined) return late;
        void late.then(hear);
        return undefined;
      };
    }
  }, onTheWay);
  await page.goto(`chrome-extension://${waymark.id}/${path}`);
  return page;
}
