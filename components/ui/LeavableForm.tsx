import type { ComponentProps } from 'react';
import { onEscape } from './on-escape.ts';

interface Props extends ComponentProps<'form'> {
  /** Where it can be left without doing anything. */
  readonly onLeave: (() => void) | undefined;
}

/** A form that Escape leaves, from its fields and from its buttons. */
export function LeavableForm({ onLeave, ...form }: Props) {
  // Keys that its fields have left alone come here.
  // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
  return <form onKeyDown={onLeave && onEscape(onLeave)} {...form} />;
}
