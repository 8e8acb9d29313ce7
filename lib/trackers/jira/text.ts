/** Deeper than this nobody writes; documents from outside may be made to be. */
const DEEPEST = 60;
const LONGEST = 20_000;
const BLOCK = new Set(['paragraph', 'heading', 'listItem', 'codeBlock', 'blockquote', 'panel', 'tableRow', 'rule', 'hardBreak', 'taskItem', 'decisionItem', 'expand']);

/** An ADF document (API v3) or wiki markup (v2) as plain text; `''` for anything else. Only its beginning is read of a very long one. */
export function plainText(value: unknown): string {
  if (typeof value === 'string') return tidy(withoutMarkup(value.slice(0, LONGEST)));
  const parts: string[] = [];
  const budget = { left: LONGEST };
  collect(value, 0, new Set(), parts, budget);
  return tidy(parts.join(''));
}

function collect(node: unknown, depth: number, above: Set<object>, parts: string[], budget: { left: number }): void {
  if (typeof node !== 'object' || node === null || depth > DEEPEST || above.has(node) || budget.left <= 0) return;
  const { type, text, attrs, content } = node as Record<string, unknown>; // each is checked below
  budget.left -= 1;
  const told = type === 'text' ? text : namedBy(type, attrs);
  if (typeof told === 'string') {
    const part = told.slice(0, budget.left);
    budget.left -= part.length;
    parts.push(part);
  }
  if (Array.isArray(content)) {
    above.add(node);
    for (const child of content) collect(child, depth + 1, above, parts, budget);
    above.delete(node);
  }
  if (typeof type === 'string' && BLOCK.has(type)) parts.push('\n');
}

/** Mentions, emoji and statuses hold their words in their attributes. */
function namedBy(type: unknown, attrs: unknown): unknown {
  if (typeof attrs !== 'object' || attrs === null) return null;
  const { text, shortName, url } = attrs as Record<string, unknown>; // the caller checks
  if (type === 'mention' || type === 'status') return text;
  if (type === 'emoji') return text ?? shortName;
  return type === 'inlineCard' ? url : null;
}

function withoutMarkup(text: string): string {
  return text
    .replaceAll(/\{(?:code|noformat|quote|panel|color|anchor|expand)(?::[^{}\n]{0,200})?\}/g, '')
    .replaceAll(/^[ \t]*(?:h[1-6]\.|bq\.|[*#-]{1,6}(?= ))[ \t]*/gm, '')
    .replaceAll(/\[([^|\]\n]{1,200})\|[^\]\n]{1,500}\]/g, '$1')
    .replaceAll(/\[~(?:accountid:)?([^\]\n]{1,200})\]/g, '@$1')
    .replaceAll(/![^!\s|]{1,200}(?:\|[^!\n]{0,200})?!/g, '')
    .replaceAll(/(?<![\w*])\*(\S(?:[^*\n]{0,300}\S)?)\*(?![\w*])/g, '$1')
    .replaceAll(/\{\{([^{}\n]{1,300})\}\}/g, '$1');
}

function tidy(text: string): string {
  return text.replaceAll(/[ \t\r\f\v\u00A0]+/g, ' ').replaceAll(/ ?\n[ \n]*/g, '\n').trim();
}
