/** A selection of a GraphQL query: a field with its arguments, or what is asked of one type only. */
export type Selection = { readonly field: string; readonly as: string; readonly arguments: Readonly<Record<string, unknown>>; readonly of: readonly Selection[] | null } | { readonly on: string; readonly of: readonly Selection[] };

export interface Operation {
  readonly kind: 'query' | 'mutation';
  readonly selections: readonly Selection[];
}

/** As much of GraphQL's grammar as clients of Projects use: one operation, variables, aliases, inline fragments. Throws on anything else. */
export function parseGraphql(text: string, variables: Readonly<Record<string, unknown>>): Operation {
  const tokens = text.replace(/#.*$/gm, '').match(/\.\.\.|[{}()[\]:!$=@|]|"(?:\\.|[^"\\])*"|-?\d+(?:\.\d+)?|\w+/g) ?? [];
  let at = 0;
  const peek = (): string | undefined => tokens[at];
  const take = (wanted?: string): string => {
    const token = tokens[at++];
    if (token === undefined || (wanted !== undefined && token !== wanted)) throw new Error(`Parse error on "${token ?? 'end'}"`);
    return token;
  };
  const skipped = (open: string, close: string): void => {
    for (let depth = 0; ; ) {
      const token = take();
      if (token === open) depth += 1;
      else if (token === close && --depth === 0) return;
    }
  };
  const value = (): unknown => {
    const token = take();
    if (token === '$') return variables[take()] ?? null;
    if (token === '{') {
      const object: Record<string, unknown> = {};
      while (peek() !== '}') { const name = take(); take(':'); object[name] = value(); }
      take('}');
      return object;
    }
    if (token.startsWith('"')) return JSON.parse(token);
    return /^-?\d/.test(token) ? Number(token) : token === 'true' ? true : token === 'false' ? false : token === 'null' ? null : token;
  };
  const given = (): Record<string, unknown> => {
    const all: Record<string, unknown> = {};
    if (peek() !== '(') return all;
    take('(');
    while (peek() !== ')') { const name = take(); take(':'); all[name] = value(); }
    take(')');
    return all;
  };
  const selections = (): Selection[] => {
    const all: Selection[] = [];
    take('{');
    while (peek() !== '}') {
      if (peek() === '...') {
        take();
        take('on');
        all.push({ on: take(), of: selections() });
        continue;
      }
      const first = take();
      const aliased = peek() === ':';
      if (aliased) take(':');
      const field = aliased ? take() : first;
      const args = given();
      all.push({ field, as: first, arguments: args, of: peek() === '{' ? selections() : null });
    }
    take('}');
    return all;
  };
  const kind = peek() === '{' ? 'query' : take();
  if (kind !== 'query' && kind !== 'mutation') throw new Error(`Parse error on "${kind}"`);
  if (peek() !== '{' && peek() !== '(') take();
  if (peek() === '(') skipped('(', ')');
  return { kind, selections: selections() };
}
