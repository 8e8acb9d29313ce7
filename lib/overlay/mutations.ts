/** Whether the page may have another issue now. Text that changed cannot have brought one but in a link, which may have had none; a row or a badge that came or went can. */
export function hasNews(records: readonly MutationRecord[]): boolean {
  return records.some(({ target, addedNodes, removedNodes }) => target instanceof HTMLAnchorElement || hasElement(addedNodes) || hasElement(removedNodes));
}

function hasElement(nodes: NodeList): boolean {
  for (const node of nodes) if (node.nodeType === Node.ELEMENT_NODE) return true;
  return false;
}
