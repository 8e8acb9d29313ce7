import type { BackTest } from '../../../lib/core/forecast/calibration.ts';
import { count } from '../../ui/wording/count.ts';
import { calibrationInWords, untriedInWords } from './calibration-words.ts';

/** How much the odds are worth: past sprints forecast as on their first morning, against what then happened. */
export function Calibration({ backTest }: { readonly backTest: BackTest | null }) {
  return (
    <section className="sprint-section" aria-labelledby="calibration">
      <h2 id="calibration">How good the forecasts are</h2>
      {backTest === null || backTest.sprints === 0
        ? <p className="muted">{untriedInWords(backTest?.declined ?? 0)}</p>
        : (
          <>
            <ul className="calibration">
              {backTest.levels.map((level) => (
                <li key={level.percent}>
                  <span>{calibrationInWords(level)}</span>
                  <span className="calibration-bar" aria-hidden="true"><i style={{ inlineSize: `${(100 * level.held) / Math.max(1, level.of)}%` }} /><b style={{ insetInlineStart: `${level.percent}%` }} /></span>
                </li>
              ))}
            </ul>
            <p className="muted small">Each past sprint was forecast with what was known on its first morning, then compared with what was finished in it. The mark is where the bar should end.{backTest.declined > 0 && ` ${count(backTest.declined, 'sprint')} had too little history before ${backTest.declined === 1 ? 'it' : 'them'}.`}</p>
          </>
        )}
    </section>
  );
}
