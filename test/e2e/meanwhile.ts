/** A page in whatever browser. */
interface Visited {
  evaluate(run: (body: string) => Promise<boolean>, body: string): Promise<boolean>;
}

/** Tells the demo tracker that a page comes from what happens there without us: a teammate changes an issue, a session ends. */
export async function meanwhile(page: Visited, event: object): Promise<void> {
  const isDone = await page.evaluate(async (body) => (await fetch('/__control', { method: 'POST', body, headers: { 'content-type': 'application/json' } })).ok, JSON.stringify(event));
  if (!isDone) throw new Error(`The demo tracker did not take ${JSON.stringify(event)}.`);
}
