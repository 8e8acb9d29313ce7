import { describe, expect, it } from 'vitest';

/** An example in a doc comment: `call(…)` → `result`. */
interface Example {
  readonly file: string;
  readonly call: string;
  readonly result: string;
}

type Named = Readonly<Record<string, unknown>>;

// Not the platform: it needs a browser.
const modules = import.meta.glob<Named>('../../../lib/{core,app,overlay,trackers,storage,sync}/**/*.ts', { eager: true });
const texts = import.meta.glob<string>('../../../lib/{core,app,overlay,trackers,storage,sync}/**/*.ts', { query: '?raw', import: 'default', eager: true });
const everywhere = Object.assign({}, ...Object.values(modules).map(namedIn)) as Named;

const examples = Object.entries(texts).flatMap(([path, text]) => examplesIn(path, text));
const tried = examples.flatMap((example) => {
  const known = { ...everywhere, ...namedIn(modules[example.file] ?? {}) };
  const came = valueOf(example.call, known);
  // An `…` at the end of an object stands for members that it has besides.
  const said = valueOf(example.result.replaceAll(/, …(?=\s*\})/g, ''), known) ?? { value: example.result };
  return came ? [{ ...example, came: came.value, said: said.value }] : [];
});

function namedIn(module: Named): Named {
  return Object.fromEntries(Object.entries(module).filter(([name]) => name !== 'default'));
}

function examplesIn(file: string, text: string): Example[] {
  return [...text.matchAll(/\/\*\*(.*?)\*\//gs)].flatMap(([, comment = '']) => {
    const words = comment.replaceAll(/\n\s*\* ?/g, ' ');
    return [...words.matchAll(/`(\w+\([^`]*)` → (?:`([^`]+)`|(true|false|null))/g)].map(([, call = '', code, word]) => ({ file, call, result: code ?? word ?? '' }));
  });
}

/** What code comes to; `undefined` where it is none, but words for people: `now: Monday`, or an `…` among the arguments. */
function valueOf(code: string, known: Named): { readonly value: unknown } | undefined {
  try {
    return { value: new Function(...Object.keys(known), `return (${code});`)(...Object.values(known)) }; // our own comments, run by a test only
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof ReferenceError) return undefined;
    throw error;
  }
}

describe('the examples in the comments', () => {
  it('call what is declared beside them', () => expect(examples.filter(({ file, call }) => !new RegExp(`\\b(?:function|const) ${call.slice(0, call.indexOf('('))}\\b`).test(texts[file] ?? ''))).toEqual([]));
  it('can often be run', () => expect(tried.length).toBeGreaterThan(90));
  it.each(tried)('$call → $result', ({ came, said }) => expect([came]).toMatchObject([said]));
});
