/**
 * Atlassian compiles its styles to classes that say nothing and change with every release. So do these: what is written `j-card` here and in the
 * style sheets leaves the server as a hash, and nobody can hang anything on it.
 */
export function hashClasses(text: string): string {
  return text.replace(/ class="([^"]*)"/g, (_, names: string) => ` class="${hashNames(names)}"`);
}

/** The same for a style sheet: `.j-card` → `._1x3k9f0a`. */
export function hashSelectors(css: string): string {
  return css.replace(/\.(j-[a-z0-9-]+)/g, (_, name: string) => `.${hash(name)}`);
}

const hashNames = (names: string): string => names.replace(/\bj-[a-z0-9-]+/g, hash);

function hash(name: string): string {
  let sum = 2_166_136_261;
  for (const letter of name) sum = Math.imul(sum ^ (letter.codePointAt(0) ?? 0), 16_777_619) >>> 0;
  return `_${sum.toString(36).padStart(8, '0').slice(-8)}`;
}
