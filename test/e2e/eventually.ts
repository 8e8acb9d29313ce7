/** Asks until the answer is what is expected, or gives the last answer up to the assertion. */
export async function eventually<T>(ask: () => Promise<T>, enough: (answer: T) => boolean, timeout = 20_000): Promise<T> {
  const end = Date.now() + timeout;
  let answer = await ask();
  while (!enough(answer) && Date.now() < end) {
    await new Promise((done) => setTimeout(done, 200));
    answer = await ask();
  }
  return answer;
}
