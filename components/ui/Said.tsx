import { useEffect, useRef, useState } from 'react';

/** Until then what closes has closed and the focus has moved; milliseconds. A screen reader tells the new place first, and then this. */
const AFTER = 150;

/**
 * What a change has come to, in words, for a screen reader: told once, when the words change. What was said before this stood here is not told again, so that a dialog can have
 * one of its own: the page's is out of reach behind it, and tells what the dialog's had no time for before it closed.
 */
export function Said({ words }: { readonly words: string }) {
  const [told, setTold] = useState('');
  const former = useRef(words);
  useEffect(() => {
    if (words === former.current) return undefined;
    former.current = words;
    // Empty first: the same words again are news too.
    setTold('');
    const later = setTimeout(() => setTold(words), AFTER);
    return () => clearTimeout(later);
  }, [words]);
  return <output className="visually-hidden">{told}</output>;
}
