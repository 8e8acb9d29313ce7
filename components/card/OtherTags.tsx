/** Further items that the tracker names at an issue, when somebody has changed its labels by hand: said before a change takes them off. */
export function OtherTags({ items }: { readonly items: readonly string[] }) {
  if (items.length === 0) return null;
  return (
    <p className="muted small">
      Also tagged {items.map((item, index) => <span key={item}>{index > 0 && ', '}<span className="code">{item}</span></span>)}: {items.length === 1 ? 'it counts' : 'they count'} for nothing, and {items.length === 1 ? 'goes' : 'go'} with this tag when you change or remove it.
    </p>
  );
}
