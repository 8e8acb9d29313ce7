import type { Fact, Facts } from '../fact.ts';

/** How an input is given and what it may be. */
export type InputScale =
  | { readonly kind: 'number'; readonly min: number; readonly max: number | null; readonly step: number | null; readonly unit: string }
  | { readonly kind: 'choice'; readonly choices: readonly { readonly value: number; readonly label: string }[] };

/** One thing that a model reads. Its `id` is also the id of the derived fact, or of the entered value, that feeds it. */
export interface ModelInput {
  readonly id: string;
  readonly label: string;
  /** One sentence that a product manager can answer. */
  readonly question: string;
  readonly scale: InputScale;
  /** Whether more of it raises or lowers the score: the generic test holds every model to it. */
  readonly direction: 'raises' | 'lowers';
  /** Relative weight before the user changes it; 1 where the formula has none. */
  readonly weight: number;
}

/** One line of the score's explanation. Contributions of all parts add up to the score. */
export interface ScorePart {
  readonly input: string;
  readonly label: string;
  /** `null` where the input is unknown and the model went on without it. */
  readonly fact: Fact | null;
  readonly weight: number;
  readonly contribution: number;
  /** What the model did with it, in words: `2 × 0.8`, `unknown: 0.5`. */
  readonly note: string;
}

export type Evaluation =
  | {
      readonly state: 'scored';
      readonly value: number;
      readonly parts: readonly ScorePart[];
      /** 0…1: how much of the model's weight stands on facts. */
      readonly confidence: number;
      /** Lowest and highest score that the missing inputs could still lead to. */
      readonly range: readonly [number, number];
      readonly missing: readonly string[];
    }
  | { readonly state: 'unscored'; readonly missing: readonly string[]; readonly reason: string };

export interface ModelExample {
  readonly name: string;
  readonly given: Readonly<Record<string, number>>;
  readonly weights?: Readonly<Record<string, number>>;
  /** The score, or `undefined` where the issue must stay unscored. */
  readonly score: number | undefined;
  readonly source?: string;
}

/** A scoring model: one file in models/, found by its name. Pure; never throws on any finite input. */
export interface ScoringModel {
  readonly id: string;
  readonly version: number;
  readonly name: string;
  readonly summary: string;
  /** The authority of the formula. */
  readonly source: string;
  readonly formula: string;
  readonly inputs: readonly ModelInput[];
  /** Every score lies within; `null` is unbounded. */
  readonly bounds: readonly [number, number | null];
  /** Digits shown after the point. */
  readonly digits: number;
  evaluate(facts: Facts, weights: Readonly<Record<string, number>>): Evaluation;
  readonly examples: readonly ModelExample[];
}

/** Where in its backlog a score stands. */
export type Band = 'high' | 'medium' | 'low';

/** A gate stands beside the score and never changes it (MoSCoW: Must, Should, Could, Won't). */
export interface Gate {
  readonly id: string;
  readonly label: string;
  readonly fact: Fact;
}

export interface Rank {
  /** 1 is first; equal scores share a place. */
  readonly place: number;
  readonly of: number;
  /** How many share the place, this one included. */
  readonly alike: number;
  /** The named set, for people: `acme/shop`. */
  readonly within: string;
  /** False while the whole backlog has not been read yet. */
  readonly complete: boolean;
}

export type Score =
  | (Extract<Evaluation, { state: 'scored' }> & { readonly model: string; readonly version: number; readonly band: Band | null; readonly rank: Rank | null; readonly text: string })
  | (Extract<Evaluation, { state: 'unscored' }> & { readonly model: string; readonly version: number });
