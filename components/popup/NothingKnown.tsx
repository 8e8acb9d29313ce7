interface Props {
  readonly name: string;
  onOptions(): void;
}

export function NothingKnown({ name, onOptions }: Props) {
  return (
    <section className="empty">
      <h2 className="goal">Nothing known here</h2>
      <p>{name} is private, or it does not exist. Without a token Waymark sees public repositories only, and it stays silent elsewhere.</p>
      <p><button type="button" className="button button-primary" onClick={onOptions}>Add a token that can read it</button></p>
    </section>
  );
}
