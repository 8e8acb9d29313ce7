import { type RefObject, useLayoutEffect, useRef } from 'react';

interface Props {
  readonly shown: number;
  readonly of: number;
  readonly atOnce: number;
  /** What its entries stand in, as its children. */
  readonly list: RefObject<HTMLElement | null>;
  readonly className?: string;
  onShow(count: number): void;
}

/** More entries of a long list. With the last of them the button goes: then the first of the new ones has the focus, which stands where the button was, and not the beginning of the page. */
export function ShowMore({ shown, of, atOnce, list, className = 'button', onShow }: Props) {
  const from = useRef<number | null>(null);
  useLayoutEffect(() => {
    const entry = from.current === null || shown < of ? undefined : list.current?.children[from.current];
    from.current = null;
    entry?.querySelector<HTMLElement>('button, a[href]')?.focus({ preventScroll: true });
  }, [shown, of, list]);
  if (of <= shown) return null;
  function show() {
    from.current = shown;
    onShow(shown + atOnce);
  }
  return <button type="button" className={className} onClick={show}>Show {Math.min(atOnce, of - shown)} more of {of}</button>;
}
