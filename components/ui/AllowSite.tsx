interface Props {
  readonly host: string;
  /** Must ask the browser at once: it only listens while the click is fresh. */
  onAllow(host: string): void;
}

/** One click to the browser's own question. */
export function AllowSite({ host, onAllow }: Props) {
  return <button type="button" className="button" onClick={() => onAllow(host)}>Allow {host} …</button>;
}
