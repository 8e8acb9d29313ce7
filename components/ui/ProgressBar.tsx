interface Props {
  /** What is measured: `Issues`. */
  readonly label: string;
  readonly done: number;
  readonly total: number;
  /** The same in words, for everybody: `7 of 12 done`. */
  readonly words: string;
}

export function ProgressBar({ label, done, total, words }: Props) {
  return (
    <div className="progress">
      <div className="row"><span>{label}</span><span className="push muted">{words}</span></div>
      <progress className="bar" aria-label={label} aria-valuetext={words} value={Math.min(done, total)} max={Math.max(total, 1)} />
    </div>
  );
}
