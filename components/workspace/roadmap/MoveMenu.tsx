import { useEffect, useRef, type KeyboardEvent } from 'react';
import type { Horizon } from '../../../lib/core/roadmap/roadmap-item.ts';
import { HORIZONS } from '../../../lib/core/roadmap/window-words.ts';
import { CheckIcon } from '../../ui/icons.tsx';

interface Props {
  readonly title: string;
  readonly current: Horizon | null;
  readonly anchor: HTMLElement;
  onPick(horizon: Horizon): void;
  onClose(): void;
}

/** Where an item can go, at the button that asked. The browser's own popover closes it on Escape and on a click beside. */
export function MoveMenu({ title, current, anchor, onPick, onClose }: Props) {
  const menu = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const element = menu.current;
    if (element === null) return;
    const { right, bottom, top } = anchor.getBoundingClientRect();
    element.showPopover();
    const { offsetWidth: width, offsetHeight: height } = element;
    Object.assign(element.style, { left: `${Math.max(8, right - width)}px`, top: `${bottom + 4 + height > innerHeight ? Math.max(8, top - height - 4) : bottom + 4}px` });
    element.querySelector<HTMLElement>('[role=menuitemradio]:not([aria-checked=true])')?.focus();
  }, [anchor]);
  function keys(event: KeyboardEvent) {
    // Back to its button, from which the browser then goes on.
    if (event.key === 'Tab') return menu.current?.hidePopover();
    const choices = [...(menu.current?.querySelectorAll<HTMLElement>('[role=menuitemradio]') ?? [])];
    const at = choices.findIndex((choice) => choice === document.activeElement);
    const next = { ArrowDown: (at + 1) % choices.length, ArrowUp: at - 1, Home: 0, End: -1 }[event.key];
    if (next === undefined) return undefined;
    event.preventDefault();
    choices.at(next)?.focus();
    return undefined;
  }
  return (
    <div ref={menu} popover="auto" className="menu" role="menu" aria-label={`Move ${title} to`} tabIndex={-1} onKeyDown={keys} onToggle={(event) => { if (event.newState === 'closed') onClose(); }}>
      {(['now', 'next', 'later'] as const).map((one) => (
        <button key={one} type="button" role="menuitemradio" aria-checked={one === current} onClick={() => { menu.current?.hidePopover(); if (one !== current) onPick(one); }}>
          <span className="menu-mark">{one === current && <CheckIcon />}</span>{HORIZONS[one]}
        </button>
      ))}
    </div>
  );
}
