/** A page's own storage, as a browser has it. */
export function pageStorage(room = Infinity): Storage {
  const held = new Map<string, string>();
  return {
    getItem: (key: string) => held.get(key) ?? null,
    setItem: (key: string, text: string) => {
      if (text.length > room) throw new DOMException('full', 'QuotaExceededError');
      held.set(key, text);
    },
    removeItem: (key: string) => held.delete(key), clear: () => held.clear(), key: (index: number) => [...held.keys()][index] ?? null, get length() { return held.size; },
  } as unknown as Storage; // `removeItem` answers more than it should
}
