import type { ReactNode } from 'react';

/** Fields of a form that belong together, under their name. */
export function FormGroup({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return <fieldset className="form-group"><legend>{title}</legend>{children}</fieldset>;
}
