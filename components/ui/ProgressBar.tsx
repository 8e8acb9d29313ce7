interface Props {
  /** What is measured: `Issues`. */
  readonly label: string;
  readonly done: number;
  readonly total: number;
  /** The same in words, for everybody: `7 of 12 done`. */
  readonly words: string;
}

export function ProgressBar({ label, done, total, words }: Props) {
  const share = total === 0 ? 0 : Math.min(1, done / total);
  return (
    <div className="progress">
      <div className="row"><span>{label}</span><span className="push muted">{words}</span></div>
      <div className="bar" role="progressbar" aria-label={label} aria-valuemin={0} aria-valuemax={total} aria-valuenow={done} aria-valuetext={words}>
        <span style={{ width: `${share * 100}%` }} />
      </div>
    </div>
  );
}
