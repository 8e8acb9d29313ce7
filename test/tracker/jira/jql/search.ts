import type { JiraIssue } from '../model/issue.ts';
import { momentOf } from './dates.ts';
import { type FieldKind, type JqlContext, jqlField } from './fields.ts';
import { type Clause, type Condition, type Operand, parseJql } from './parse.ts';
import { JqlError } from './tokens.ts';

export interface Found {
  /** False for a query without a restriction, which Cloud refuses. */
  readonly bounded: boolean;
  matches(issue: JiraIssue): boolean;
  compare(one: JiraIssue, other: JiraIssue): number;
}

/** Makes a search of JQL. Throws `JqlError` for what the site would not understand. */
export function readJql(jql: string, context: JqlContext): Found {
  const { where, orderBy } = parseJql(jql);
  const test = where ? testOf(where, context) : () => true;
  const orders = orderBy.map(({ field, descending }) => ({ key: orderKeyOf(field, context), sign: descending ? -1 : 1 }));
  return {
    bounded: where !== null,
    matches: test,
    compare(one, other) {
      for (const { key, sign } of orders) {
        const order = compareValues(key(one), key(other));
        if (order !== 0) return order * sign;
      }
      return orders.length === 0 ? other.createdAt - one.createdAt : Number(one.id) - Number(other.id);
    },
  };
}

type Test = (issue: JiraIssue) => boolean;

function testOf(condition: Condition, context: JqlContext): Test {
  if (condition.kind === 'not') {
    const part = testOf(condition.part, context);
    return (issue) => !part(issue);
  }
  if (condition.kind === 'clause') return clauseTest(condition, context);
  const parts = condition.parts.map((part) => testOf(part, context));
  return condition.kind === 'and' ? (issue) => parts.every((part) => part(issue)) : (issue) => parts.some((part) => part(issue));
}

function clauseTest(clause: Clause, context: JqlContext): Test {
  const field = jqlField(clause.field, context);
  const { operator, operands } = clause;
  const [operand] = operands;
  const unless = (test: Test, negative: boolean): Test => (negative ? (issue) => !test(issue) : test);
  if (operator === 'is' || operator === 'is not' || (operands.length === 1 && isEmpty(operand))) {
    if (!isEmpty(operand)) throw new JqlError(`The operator '${operator}' only supports the values EMPTY and NULL.`);
    return unless((issue) => emptyIn(field, issue), operator === 'is not' || operator === '!=' || operator === 'not in');
  }
  if (field.kind === 'text') {
    if (operator !== '~' && operator !== '!~') throw unsupported(clause);
    return unless((issue) => field.read(issue).toLowerCase().includes((operand?.text ?? '').toLowerCase().replaceAll('*', '')), operator === '!~');
  }
  if (field.kind === 'values') {
    if (!['=', '!=', 'in', 'not in'].includes(operator)) throw unsupported(clause);
    const wanted = new Set(operands.flatMap((one) => field.resolve(one)));
    // As in SQL, what has no value is not unlike any value.
    const negative = operator === '!=' || operator === 'not in';
    return (issue) => {
      const values = field.read(issue);
      const has = values.some((value) => wanted.has(value));
      return negative ? values.length > 0 && !has : has;
    };
  }
  const limit = operand === undefined ? Number.NaN : field.kind === 'moment' ? momentOf(clause.field, operand, context) : Number(operand.text);
  const compare = COMPARE[operator];
  if (!compare || Number.isNaN(limit)) throw unsupported(clause);
  return (issue) => {
    const value = field.read(issue);
    return value !== null && compare(value, limit);
  };
}

const COMPARE: Partial<Record<Clause['operator'], (value: number, limit: number) => boolean>> = {
  '=': (value, limit) => value === limit, '!=': (value, limit) => value !== limit, '<': (value, limit) => value < limit, '<=': (value, limit) => value <= limit, '>': (value, limit) => value > limit, '>=': (value, limit) => value >= limit,
};

const isEmpty = (operand: Operand | undefined): boolean => operand !== undefined && !operand.call && /^(?:empty|null)$/i.test(operand.text);
const unsupported = ({ operator, field }: Clause): JqlError => new JqlError(`The operator '${operator}' is not supported by the '${field}' field.`);

function emptyIn(field: FieldKind, issue: JiraIssue): boolean {
  const value = field.read(issue);
  return value === null || value === '' || (Array.isArray(value) && (value.length === 0 || value[0] === 'unresolved'));
}

function orderKeyOf(name: string, context: JqlContext): (issue: JiraIssue) => string | number | null {
  const plain = name.toLowerCase();
  if (['key', 'issuekey'].includes(plain)) return ({ key }) => key.replace(/\d+$/, (number) => number.padStart(12, '0'));
  if (plain === 'id') return ({ id }) => Number(id);
  if (plain === 'rank') return ({ rank }) => rank;
  // The most urgent priority has the lowest number, and counts for more.
  if (plain === 'priority') return ({ priority }) => -Number(priority);
  const field = jqlField(name, context);
  return (issue) => {
    const value = field.read(issue);
    return typeof value === 'object' && value !== null ? (value[0] ?? null) : value;
  };
}

function compareValues(one: string | number | null, other: string | number | null): number {
  if (one === other) return 0;
  if (one === null || other === null) return one === null ? 1 : -1;
  return one < other ? -1 : 1;
}
