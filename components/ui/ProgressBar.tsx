interface Props {
  /** What is measured: `Issues`. */
  readonly label: string;
  readonly done: number;
  readonly total: number;
  /** The same in words, for everybody: `7 of 12 done`. */
  readonly words: string;
}

/** Who listens hears the words; the bar says no more. */
export function ProgressBar({ label, done, total, words }: Props) {
  return (
    <div className="progress">
      <div className="row"><span>{label}</span><span className="push muted">{words}</span></div>
      <progress className="bar" aria-hidden="true" value={Math.min(done, total)} max={Math.max(total, 1)} />
    </div>
  );
}
