import { capitalised } from '../../lib/core/capitalised.ts';
import type { Gate, Score } from '../../lib/core/scoring/score.ts';
import type { RiskFlag } from '../../lib/core/risk/risk.ts';
import { confidenceInWords } from '../ui/wording/confidence.ts';
import { decimal } from '../ui/wording/numbers.ts';
import { rankInWords } from '../ui/wording/rank.ts';
import { FlagsGlance } from './FlagsGlance.tsx';

interface Props {
  readonly score: Score;
  readonly gate: Gate | null;
  readonly digits: number;
  readonly flags: readonly RiskFlag[];
}

/** The number, how much it means, and how far it can be trusted. */
export function ScoreSummary({ score, gate, digits, flags }: Props) {
  const mark = gate === null ? null : <span className="gate" title={`Stands beside the score and does not change it (${gate.fact.raw})`}>{gate.label}</span>;
  if (score.state === 'unscored') {
    return (
      <div className="score">
        <span className="score-number score-none" aria-hidden="true">–</span>
        <div>
          <p className="score-words"><strong>Unscored</strong> {mark}</p>
          <p className="muted">{capitalised(score.reason)}.</p>
          <FlagsGlance flags={flags} />
        </div>
      </div>
    );
  }
  const confidence = confidenceInWords(score.confidence);
  const [low, high] = score.range;
  return (
    <div className="score">
      <span className={`score-number score-${score.band ?? 'low'}`}><span className="visually-hidden">Score </span>{score.text}</span>
      <div>
        <p className="score-words">
          <strong>{score.band ? `${capitalised(score.band)} priority` : 'Priority'}</strong>{score.rank !== null && <> · {rankInWords(score.rank)}</>} {mark}
        </p>
        <p className="muted">
          Confidence {confidence.word}, {confidence.share}
          {score.missing.length > 0 && low !== high && <> · could be {decimal(low, digits)}–{decimal(high, digits)} with everything known</>}
        </p>
        <FlagsGlance flags={flags} />
      </div>
    </div>
  );
}
