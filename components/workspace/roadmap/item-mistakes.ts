import { idProblem } from '../../ui/wording/roadmap-item-id.ts';
import { httpsLink } from '../../ui/wording/https-link.ts';
import type { ItemDraft } from './item-draft.ts';

/** Which field of the form is wrong: `measure.name`, `links.0`. */
export type Mistakes = Readonly<Record<string, string>>;

/** What has to be mended before a draft can be saved, by field. `taken`: the ids of all other items. */
export function mistakesIn(draft: ItemDraft, formerId: string | null, taken: readonly string[]): Mistakes {
  const mistakes: Record<string, string> = {};
  const mind = (field: string, wrong: boolean, sentence: string) => { if (wrong) mistakes[field] ??= sentence; };
  mind('title', draft.title.trim() === '', 'Give it a title.');
  // An id that stands on labels already is used as it is.
  const id = draft.id === formerId ? null : idProblem(draft.id);
  mind('id', id !== null, id ?? '');
  mind('id', taken.includes(draft.id), 'Another item has this id.');
  const { measure, window } = draft;
  mind('measure.name', measure.name.trim() === '' && [measure.from, measure.to, measure.by].some((text) => text.trim() !== ''), 'Say what is measured, or leave the other three empty.');
  mind('measure.to', measure.name.trim() !== '' && measure.to.trim() === '', 'Say where the measure should get to.');
  mind('window.to', draft.plan === 'window' && window.from === '' && window.to === '', 'Give at least one of the two days.');
  mind('window.to', draft.plan === 'window' && window.from !== '' && window.to !== '' && window.to < window.from, 'It ends before it begins.');
  mind('note', draft.health === '' && draft.note.trim() !== '', 'Choose the health that this note explains.');
  mind('confidence', draft.confidence.trim() !== '' && !/^(100|\d{1,2})$/.test(draft.confidence.trim()), 'A whole number from 0 to 100.');
  for (const [at, { url }] of draft.links.entries()) mind(`links.${at}`, httpsLink(url.trim()) === null, 'An address that begins with https://');
  for (const [at, rule] of draft.belongs.entries()) mind(`belongs.${at}`, Object.values(rule).every((text) => text.trim() === ''), 'Fill in at least one field, or remove the rule.');
  return mistakes;
}
