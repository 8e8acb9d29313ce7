/** Measures that run in a page of ours. Each is handed to the browser as it stands: nothing outside it is there. */

/** What stands outside the window, where nothing scrolls to it (WCAG 2.2, 1.4.10); the innermost alone. */
export function outside(): string[] {
  const width = document.documentElement.clientWidth;
  const scrolls = (element: Element | null): boolean => element !== null && (['auto', 'scroll'].includes(getComputedStyle(element).overflowX) || element.classList.contains('visually-hidden') || scrolls(element.parentElement));
  const out = [...document.querySelectorAll('#root *')].filter((element) => {
    const { left, right, width: own } = element.getBoundingClientRect();
    return own > 0 && (right > width + 1 || left < -1) && !(element instanceof SVGElement && element.localName !== 'svg') && !scrolls(element.parentElement);
  });
  const innermost = out.filter((element) => !out.some((other) => other !== element && element.contains(other)));
  return [...(document.documentElement.scrollWidth > width ? [`the page is ${document.documentElement.scrollWidth} px wide`] : []), ...innermost.map((element) => `${element.localName}.${element.className}: ${element.textContent}`)];
}

/** Words that have room for a letter or two a line. */
export function squeezed(): string[] {
  return [...document.querySelectorAll('#root *')].filter((element) => {
    const words = [...element.childNodes].filter((node) => node.nodeType === Node.TEXT_NODE).map((node) => node.textContent).join('').trim();
    const { width, height } = element.getBoundingClientRect();
    return words.length > 3 && !element.classList.contains('visually-hidden') && width > 0 && width < 24 && height > 2 * width;
  }).map((element) => `${element.localName}.${element.className}: ${element.textContent}`);
}

/** What can be pressed and is neither 24 px wide and high, nor alone in a circle of that size, nor a part of a sentence (WCAG 2.2, 2.5.8). A field is as large as its label. */
export function tooSmall(): string[] {
  const LEAST = 24;
  // Behind a sheet nothing is hit.
  const stage = [...document.querySelectorAll('dialog:modal')].at(-1) ?? document.querySelector('#root')!;
  const targets = [...stage.querySelectorAll<HTMLElement>('a[href], button, input, select, textarea, summary')].flatMap((element) => {
    if (!element.checkVisibility({ visibilityProperty: true }) || element.closest('.visually-hidden')) return [];
    const { left, right, top, bottom } = (element.closest('label') ?? element).getBoundingClientRect();
    return [{ element, left, right, top, bottom, isSmall: right - left < LEAST - 0.1 || bottom - top < LEAST - 0.1, x: (left + right) / 2, y: (top + bottom) / 2 }];
  });
  /** Its line has other words. */
  const isInText = (element: Element): boolean => {
    const line = element.closest('p, li, dd, dt, td, th, span:not(.row), label, figcaption');
    return element.matches('a, .button-link') && line !== null && line.textContent!.trim().length > element.textContent!.trim().length;
  };
  return targets.filter((one) => one.isSmall && !isInText(one.element) && targets.some((other) => {
    if (other === one || other.element.contains(one.element) || one.element.contains(other.element) || other.element.closest('label')?.contains(one.element)) return false;
    if (other.isSmall) return Math.hypot(other.x - one.x, other.y - one.y) < LEAST - 0.1;
    return Math.hypot(Math.max(other.left - one.x, 0, one.x - other.right), Math.max(other.top - one.y, 0, one.y - other.bottom)) < LEAST / 2 - 0.1;
  })).map(({ element, left, right, top, bottom }) => `${element.localName}.${element.className} “${element.getAttribute('aria-label') ?? element.textContent}” ${Math.round(right - left)} × ${Math.round(bottom - top)}`);
}
