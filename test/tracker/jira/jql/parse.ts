import { JqlError, type Token, tokensOf } from './tokens.ts';

export type Operator = '=' | '!=' | '<' | '<=' | '>' | '>=' | '~' | '!~' | 'in' | 'not in' | 'is' | 'is not';

/** A value as it was written, or a call of a function. */
export interface Operand {
  readonly text: string;
  readonly call: boolean;
}

export interface Clause {
  readonly kind: 'clause';
  readonly field: string;
  readonly operator: Operator;
  readonly operands: readonly Operand[];
}

export type Condition = Clause | { readonly kind: 'and' | 'or'; readonly parts: readonly Condition[] } | { readonly kind: 'not'; readonly part: Condition };

export interface JqlQuery {
  /** Null for a query that restricts nothing. */
  readonly where: Condition | null;
  readonly orderBy: readonly { readonly field: string; readonly descending: boolean }[];
}

/** Reads JQL. Throws `JqlError` for what is none. */
export function parseJql(jql: string): JqlQuery {
  const reader = readerOf(tokensOf(jql), jql);
  const where = reader.atEnd() || reader.isWord('order') ? null : readOr(reader);
  const orderBy: { field: string; descending: boolean }[] = [];
  if (reader.takeWord('order')) {
    if (!reader.takeWord('by')) reader.fail();
    do {
      const field = reader.take('word', 'quoted').text;
      orderBy.push({ field, descending: reader.takeWord('desc') || (reader.takeWord('asc'), false) });
    } while (reader.takeMark(','));
  }
  if (!reader.atEnd()) reader.fail();
  return { where, orderBy };
}

function readOr(reader: Reader): Condition {
  const parts = [readAnd(reader)];
  while (reader.takeWord('or')) parts.push(readAnd(reader));
  return parts.length === 1 && parts[0] ? parts[0] : { kind: 'or', parts };
}

function readAnd(reader: Reader): Condition {
  const parts = [readNot(reader)];
  while (reader.takeWord('and')) parts.push(readNot(reader));
  return parts.length === 1 && parts[0] ? parts[0] : { kind: 'and', parts };
}

function readNot(reader: Reader): Condition {
  if (reader.takeWord('not')) return { kind: 'not', part: readNot(reader) };
  if (!reader.takeMark('(')) return readClause(reader);
  const inner = readOr(reader);
  if (!reader.takeMark(')')) reader.fail();
  return inner;
}

function readClause(reader: Reader): Clause {
  const field = reader.take('word', 'quoted').text;
  const operator = readOperator(reader);
  if (operator !== 'in' && operator !== 'not in') return { kind: 'clause', field, operator, operands: [readOperand(reader)] };
  const operands: Operand[] = [];
  // `sprint in openSprints()` has no brackets of its own.
  if (!reader.takeMark('(')) return { kind: 'clause', field, operator, operands: [readOperand(reader)] };
  do operands.push(readOperand(reader));
  while (reader.takeMark(','));
  if (!reader.takeMark(')')) reader.fail();
  return { kind: 'clause', field, operator, operands };
}

const SYMBOLS: Readonly<Record<string, Operator>> = { '=': '=', '!=': '!=', '<': '<', '<=': '<=', '>': '>', '>=': '>=', '~': '~', '!~': '!~' };

function readOperator(reader: Reader): Operator {
  if (reader.takeWord('in')) return 'in';
  if (reader.takeWord('is')) return reader.takeWord('not') ? 'is not' : 'is';
  if (reader.takeWord('not')) return reader.takeWord('in') ? 'not in' : reader.fail();
  return SYMBOLS[reader.take('operator').text] ?? reader.fail();
}

function readOperand(reader: Reader): Operand {
  const token = reader.take('word', 'quoted');
  if (token.kind === 'quoted' || !reader.takeMark('(')) return { text: token.text, call: false };
  while (!reader.takeMark(')')) reader.take('word', 'quoted', ',');
  return { text: token.text.toLowerCase(), call: true };
}

interface Reader {
  atEnd(): boolean;
  isWord(word: string): boolean;
  takeWord(word: string): boolean;
  takeMark(mark: '(' | ')' | ','): boolean;
  take(...kinds: readonly Token['kind'][]): Token;
  fail(): never;
}

function readerOf(tokens: readonly Token[], jql: string): Reader {
  let next = 0;
  const fail = (): never => {
    const token = tokens[next];
    throw new JqlError(token ? `Error in the JQL Query: Expecting operator or value but got '${token.text}'. (line 1, character ${token.at + 1})` : `Error in the JQL Query: Unexpected end of the query '${jql}'.`);
  };
  const isWord = (word: string): boolean => tokens[next]?.kind === 'word' && tokens[next]?.text.toLowerCase() === word;
  return {
    fail, isWord, atEnd: () => next >= tokens.length,
    takeWord(word) {
      const is = isWord(word);
      if (is) next += 1;
      return is;
    },
    takeMark(mark) {
      const is = tokens[next]?.kind === mark;
      if (is) next += 1;
      return is;
    },
    take(...kinds) {
      const token = tokens[next];
      if (!token || !kinds.includes(token.kind)) return fail();
      next += 1;
      return token;
    },
  };
}
