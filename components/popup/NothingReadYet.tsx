interface Props {
  readonly name: string;
  readonly host: string;
  onRefresh(): void;
}

/** The first reading has not come through: what stands in its way is said beside this. */
export function NothingReadYet({ name, host, onRefresh }: Props) {
  return (
    <section className="empty">
      <h2 className="goal">Nothing read yet</h2>
      <p>The sprints of {name} show here as soon as {host} has answered.</p>
      <p><button type="button" className="button" onClick={onRefresh}>Try again</button></p>
    </section>
  );
}
