import type { Severity } from '../../lib/core/risk/risk.ts';
import { LateIcon, RiskIcon, WatchIcon } from './icons.tsx';

const LOOKS = {
  watch: { word: 'Watch', Icon: WatchIcon },
  risk: { word: 'Risk', Icon: RiskIcon },
  late: { word: 'Late', Icon: LateIcon },
} as const;

/** A severity as a shape and a word; the colour only repeats them. */
export function SeverityMark({ severity, words = true }: { readonly severity: Severity; readonly words?: boolean }) {
  const { word, Icon } = LOOKS[severity];
  return (
    <span className={`severity severity-${severity}`}>
      <Icon />
      <span className={words ? undefined : 'visually-hidden'}>{word}</span>
    </span>
  );
}
