interface Props {
  /** What of: `Weight of Demand`. */
  readonly what: string;
  /** The team's value, as people read it. */
  readonly there: string;
  onUse(): void;
}

/** Says beside a setting that the team's roadmap file has another value, with the way to it. */
export function DiffersFromTeam({ what, there, onUse }: Props) {
  return (
    <span className="differs-from-team small">
      <span>differs from the team’s: {there}</span>
      <button type="button" className="button button-link" aria-label={`${what}: use the team’s, ${there}`} onClick={onUse}>use the team’s</button>
    </span>
  );
}
