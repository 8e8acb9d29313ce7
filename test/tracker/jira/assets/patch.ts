/** React's way with a page: elements that stay the same thing stay the same element and change in place. */

const isStranger = (node: Node): boolean => node instanceof Element && node.localName.includes('-');

/** Makes `have` look like `want`. What strangers have put into it stays where it is, as React leaves nodes alone that it does not know. */
export function patch(have: Element, want: Element): void {
  copyAttributes(have, want);
  if (have instanceof HTMLTemplateElement && want instanceof HTMLTemplateElement) {
    have.content.replaceChildren(...want.content.childNodes);
    return;
  }
  // Rows there are mounted by whoever scrolls.
  if (!have.hasAttribute('data-demo-rows')) patchChildren(have, [...want.childNodes]);
}

function patchChildren(have: Element, wanted: readonly ChildNode[]): void {
  const left = new Set([...have.childNodes].filter((node) => !isStranger(node)));
  let place: ChildNode | null = nextOf(have.firstChild);
  for (const want of wanted) {
    const known = find(left, want);
    if (!known) {
      have.insertBefore(document.importNode(want, true), place);
      continue;
    }
    left.delete(known);
    if (known === place) place = nextOf(known.nextSibling);
    else have.insertBefore(known, place);
    if (known instanceof Element && want instanceof Element) patch(known, want);
    else if (known.nodeValue !== want.nodeValue) known.nodeValue = want.nodeValue;
  }
  for (const gone of left) gone.remove();
}

const nextOf = (node: ChildNode | null): ChildNode | null => (node && isStranger(node) ? nextOf(node.nextSibling) : node);

/** The same thing: the same name among things that have one, otherwise the next of its kind. */
function find(left: ReadonlySet<ChildNode>, want: ChildNode): ChildNode | undefined {
  for (const node of left) if (kindOf(node) === kindOf(want)) return node;
  return undefined;
}

// What a list is keyed by in React is an id here. A key within a test attribute is none: such rows are used again for other issues.
const kindOf = (node: ChildNode): string => (node instanceof Element ? `${node.localName} ${node.id} ${node.getAttribute('data-testid')?.replace(/\.[A-Z][A-Z0-9_]+-\d+$/, '') ?? ''}` : String(node.nodeType));

function copyAttributes(have: Element, want: Element): void {
  for (const name of have.getAttributeNames()) if (!want.hasAttribute(name)) have.removeAttribute(name);
  for (const { name, value } of want.attributes) if (have.getAttribute(name) !== value) have.setAttribute(name, value);
}
