/**
 * A stranger's text as it can stand inside words of ours: without the marks that would turn round what is written after it, and without halves of characters.
 *
 * `unturned('Pay \u202Eyap')` → `'Pay yap'`
 */
export function unturned(text: string): string {
  return text.toWellFormed().replaceAll(/[\u202A-\u202E\u2066-\u2069]/g, '');
}
