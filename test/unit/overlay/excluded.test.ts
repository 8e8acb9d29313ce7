import { parseHTML } from 'linkedom';
import { expect, test } from 'vitest';
import { createExclusion } from '../../../lib/overlay/excluded.ts';

const { document } = parseHTML('<main><section class="prose"><p><a id="in"></a></p></section><form><p><a id="odd"></a></p></form><ul><li><a id="one"></a></li><li><a id="two"></a></li></ul></main>');
const link = (id: string): Element => document.getElementById(id) ?? expect.unreachable();

test('what is inside an excluded element is excluded, however often and in whatever order it is asked for', () => {
  const isExcluded = createExclusion('.prose, li.off');
  for (let time = 0; time < 2; time += 1) expect(['one', 'in', 'two', 'in'].map((id) => isExcluded(link(id)))).toEqual([false, true, false, true]);
});

test('a form whose field is called parentElement, or matches, leads nobody in a circle', () => {
  const form = document.querySelector('form') as Element; // it is above
  const field = document.createElement('input');
  form.append(field);
  // As a browser has it: a form's fields come before its own members.
  Object.defineProperties(form, { parentElement: { value: field }, matches: { value: field } });
  const isExcluded = createExclusion('.prose');
  expect(isExcluded(link('odd'))).toBe(false);
  expect(isExcluded(link('odd'))).toBe(false);
  expect(createExclusion('form')(link('odd'))).toBe(true);
});

test('a hundred thousand levels are no stack', () => {
  let deep = document.createElement('div');
  const top = deep;
  // Without a document: it is their number that counts.
  for (let level = 0; level < 100_000; level += 1) {
    const inner = document.createElement('div');
    Object.defineProperty(inner, 'parentElement', { value: deep });
    deep = inner;
  }
  top.className = 'prose';
  expect(createExclusion('.prose')(deep)).toBe(true);
});
