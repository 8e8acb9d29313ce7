export interface Token {
  readonly kind: 'word' | 'quoted' | 'operator' | '(' | ')' | ',';
  readonly text: string;
  readonly at: number;
}

/** What Jira answers with 400, in its words. */
export class JqlError extends Error {}

const PART = /\s*(?:("(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*')|(!=|!~|<=|>=|=|~|<|>)|([(),])|([^\s"'()=!<>~,]+))/y;

export function tokensOf(jql: string): Token[] {
  const tokens: Token[] = [];
  PART.lastIndex = 0;
  while (PART.lastIndex < jql.trimEnd().length) {
    const at = PART.lastIndex;
    const match = PART.exec(jql);
    if (!match) throw new JqlError(`Error in the JQL Query: The character '${jql.slice(at).trim().slice(0, 1)}' is a reserved JQL character. You must enclose it in a string or use the escape '\\u0021' instead. (line 1, character ${at + 1})`);
    const [, quoted, operator, mark, word] = match;
    if (quoted !== undefined) tokens.push({ kind: 'quoted', text: quoted.slice(1, -1).replaceAll(/\\(.)/g, '$1'), at });
    else if (operator !== undefined) tokens.push({ kind: 'operator', text: operator, at });
    else if (mark === '(' || mark === ')' || mark === ',') tokens.push({ kind: mark, text: mark, at });
    else if (word !== undefined) tokens.push({ kind: 'word', text: word, at });
  }
  return tokens;
}
