/**
 * A text as one line of Markdown in which nothing is markup.
 *
 * `markdownText('a *b*\n[c]')` → `'a \\*b\\* \\[c\\]'`
 */
export function markdownText(text: string): string {
  return text.replaceAll(/\s+/g, ' ').trim().replaceAll(/[\\`*_[\]<>|~]/g, String.raw`\$&`);
}
