import { type Document, LineCounter, parseDocument, type ParsedNode, type YAMLError } from 'yaml';
import type { FileTrouble } from './roadmap-file.ts';

/** Half a million characters hold a thousand items with ten lines each; GitHub itself gives a file of more than a megabyte in another way. */
export const LONGEST_FILE = 500_000;
/** A file that is wrong throughout need not be told line by line. */
const MOST_ERRORS = 50;

/** A text as YAML, and what is known of places in it. */
export interface Parsed {
  readonly text: string;
  readonly document: Document.Parsed<ParsedNode>;
  readonly at: (offset: number) => Pick<FileTrouble, 'line' | 'column'>;
}

/**
 * Parses YAML as a stranger's: bounded in length, without a tag that makes anything but plain data, without following an alias; nesting that would exhaust the stack is an error like any other.
 * Duplicate members are ours to find, because the parser compares each with each.
 */
export function parseYaml(text: string): { readonly ok: true; readonly parsed: Parsed } | { readonly ok: false; readonly errors: readonly FileTrouble[] } {
  const lines = new LineCounter();
  const at = (offset: number): Pick<FileTrouble, 'line' | 'column'> => {
    const { line, col } = lines.linePos(Math.min(Math.max(0, offset), text.length));
    return { line: Math.max(1, line), column: Math.max(1, col) };
  };
  if (text.length > LONGEST_FILE) {
    const before = text.slice(0, LONGEST_FILE);
    const place = { line: before.split('\n').length, column: LONGEST_FILE - before.lastIndexOf('\n') };
    return { ok: false, errors: [{ ...place, sentence: `The file has more than ${LONGEST_FILE.toLocaleString('en')} characters: move what is done or given up elsewhere.` }] };
  }
  try {
    const document = parseDocument(text, { lineCounter: lines, keepSourceTokens: true, uniqueKeys: false, prettyErrors: false, merge: false, version: '1.2', schema: 'core', logLevel: 'error' });
    // Where the stack ends is chance: the line is not.
    const deep = document.errors.find(({ code }) => code === 'RESOURCE_EXHAUSTION');
    if (deep) return { ok: false, errors: [{ line: at(deep.pos[0]).line, column: 1, sentence: 'The file is nested too deeply: take levels away.' }] };
    if (document.errors.length === 0) return { ok: true, parsed: { text, document, at } };
    return { ok: false, errors: document.errors.slice(0, MOST_ERRORS).map((error) => ({ ...at(error.pos[0]), sentence: sentenceOf(error) })) };
  } catch (error) {
    return { ok: false, errors: [{ line: 1, column: 1, sentence: `The file cannot be read as YAML (${error instanceof Error ? error.message : String(error)}): simplify it, or begin with a new one.` }] };
  }
}

const MENDING: Partial<Record<YAMLError['code'], string>> = {
  BAD_ALIAS: 'An alias (“*…”) is not written as YAML wants it: write the value itself.',
  BAD_DQ_ESCAPE: 'Inside double quotes a backslash begins an escape that YAML does not know: double it, or use single quotes.',
  BAD_INDENT: 'The line is not indented like its neighbours: use two spaces for each level.',
  BAD_SCALAR_START: 'A value cannot begin with this character: put the value in quotes.',
  BLOCK_AS_IMPLICIT_KEY: 'There is a second “: ” in one line: put the value in quotes, or begin a new line.',
  BLOCK_IN_FLOW: 'Lines of their own cannot stand within { } or [ ]: close the bracket first.',
  MISSING_CHAR: 'Something is left open here: close the quote or the bracket, or put a comma or “: ” between.',
  MULTILINE_IMPLICIT_KEY: 'A name must stand in one line and end with “:”.',
  MULTIPLE_DOCS: 'A second document begins here: keep only one, without “---” between.',
  TAB_AS_INDENT: 'A tab cannot indent in YAML: use spaces.',
  UNEXPECTED_TOKEN: 'This does not belong here: look for a stray character or a missing quote.',
};

function sentenceOf({ code, message }: YAMLError): string {
  return MENDING[code] ?? `This is not valid YAML (${message}): mend the line, or put the value in quotes.`;
}
