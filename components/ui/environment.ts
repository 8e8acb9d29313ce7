import type { UseComboboxProps } from 'downshift';
import { createContext } from 'react';

type Environment = NonNullable<UseComboboxProps<unknown>['environment']>;

/** Where downshift listens and looks for the focus; `null` is the page itself. */
export const EnvironmentContext = createContext<Environment | null>(null);

/** Inside a shadow root events are retargeted and document.activeElement is the host, so downshift must ask the root. */
export function environmentOf(root: ShadowRoot): Environment {
  // All that downshift reads of a document: the focus, and a status element that it would otherwise look for in the tracker's page.
  const document = { get activeElement() { return root.activeElement; }, getElementById: (id: string) => root.getElementById(id), body: null } as unknown as Document;
  return {
    addEventListener: root.addEventListener.bind(root),
    removeEventListener: root.removeEventListener.bind(root),
    document,
    Node: window.Node,
  };
}
