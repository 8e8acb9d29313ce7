import type { FactSource } from '../../lib/core/fact.ts';
import type { InputScale, ModelInput, ScorePart } from '../../lib/core/scoring/score.ts';
import type { Instant } from '../../lib/core/time.ts';
import type { Card } from '../../lib/messaging/messages.ts';
import { plain } from '../ui/wording/numbers.ts';
import { shownContributions } from './shown-contributions.ts';

/** One row of "Why this score". */
export interface ExplanationRow {
  readonly input: string;
  readonly label: string;
  readonly question: string;
  readonly scale: InputScale | null;
  readonly state: 'known' | 'entered' | 'unknown';
  readonly value: string;
  readonly number: number | null;
  readonly note: string;
  readonly source: FactSource | null;
  readonly at: Instant | null;
  readonly weight: number;
  /** `null` while the issue is unscored: then nothing adds up to anything. */
  readonly contribution: number | null;
  /** It as text, rounded with the others so that they add up to the score that is shown; `''` where there is none. */
  readonly shown: string;
  /** Length of the bar, 0…1, against the largest contribution. */
  readonly length: number;
}

/** All inputs of the card's model in its order, then parts that belong to no input. */
export function explain(card: Pick<Card, 'score' | 'inputs' | 'facts' | 'entered' | 'model'>): ExplanationRow[] {
  const parts = card.score.state === 'scored' ? card.score.parts : [];
  const texts = shownContributions(card.score, card.model.digits);
  const shown = (part: ScorePart | undefined) => (part === undefined ? '' : (texts[parts.indexOf(part)] ?? ''));
  const largest = Math.max(0, ...parts.map((part) => Math.abs(part.contribution)));
  const length = (part: ScorePart | undefined) => (part === undefined || largest === 0 ? 0 : Math.abs(part.contribution) / largest);
  const known = new Set(card.inputs.map((input) => input.id));
  return [
    ...card.inputs.map((input) => {
      const part = parts.find((one) => one.input === input.id);
      return { ...rowOf(input, part, card), length: length(part), shown: shown(part) };
    }),
    ...parts.filter((part) => !known.has(part.input)).map((part) => ({ ...rowOfPart(part), length: length(part), shown: shown(part) })),
  ];
}

function rowOf(input: ModelInput, part: ScorePart | undefined, { entered, facts }: Pick<Card, 'entered' | 'facts'>): Omit<ExplanationRow, 'length' | 'shown'> {
  const byHand = entered[input.id];
  const fact = part?.fact ?? facts[input.id] ?? null;
  return {
    input: input.id,
    label: input.label,
    question: input.question,
    scale: input.scale,
    state: byHand !== undefined ? 'entered' : fact !== null ? 'known' : 'unknown',
    value: fact?.raw ?? (byHand === undefined ? 'unknown' : valueInWords(byHand, input.scale)),
    number: byHand ?? fact?.value ?? null,
    note: part?.note ?? '',
    source: fact?.source ?? (byHand === undefined ? null : { kind: 'entered', by: 'you' }),
    at: fact?.at ?? null,
    weight: part?.weight ?? input.weight,
    contribution: part?.contribution ?? null,
  };
}

function rowOfPart(part: ScorePart): Omit<ExplanationRow, 'length' | 'shown'> {
  const { input, label, fact, weight, contribution, note } = part;
  return {
    input, label, question: '', scale: null, state: fact === null ? 'unknown' : 'known', value: fact?.raw ?? 'unknown', number: fact?.value ?? null,
    note, source: fact?.source ?? null, at: fact?.at ?? null, weight, contribution,
  };
}

/** `valueInWords(2, months)` → `2 person-months`; a choice by its label. */
function valueInWords(value: number, scale: InputScale): string {
  if (scale.kind === 'choice') return scale.choices.find((choice) => choice.value === value)?.label ?? plain(value);
  return scale.unit === '' ? plain(value) : `${plain(value)} ${scale.unit}`;
}
