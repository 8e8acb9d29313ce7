import type { LineRow } from '../../messaging/messages.ts';

/** What a person can do with a line. */
export interface RowEvents {
  onOpen(row: LineRow): void;
  onHide(row: LineRow): void;
  onShow(row: LineRow): void;
}

/** One line: what it is, how it goes, its figures, and the ways on. */
export function drawRow(row: LineRow, { onOpen, onHide }: RowEvents): HTMLElement {
  const section = element('section', 'row');
  section.setAttribute('aria-label', `Waymark: ${row.label}`);
  section.id = row.id;
  section.dataset['kind'] = row.kind;
  if (row.health) section.dataset['health'] = row.health;
  const what = element('p', 'what');
  what.append(element('span', 'label', row.label), ' ', element('strong', 'text', row.text));
  what.title = row.text;
  section.append(what);
  if (row.health) {
    const health = element('p', 'health', row.health.replace('-', ' ').replace(/^./, (first) => first.toUpperCase()));
    section.append(health);
  }
  if (row.reason) {
    const reason = element('p', 'reason');
    reason.append(element('span', 'words', row.reason));
    reason.title = row.reason;
    section.append(reason);
  }
  const ends = element('div', 'ends');
  section.append(facts(row), ends);
  ends.append(
    button('open', row.kind === 'goal' ? 'Details' : 'Open roadmap', row.kind === 'goal' ? 'Details: the sprint in Waymark' : `Open roadmap: ${row.text}`, () => onOpen(row)),
    button('hide', '✕', `Hide this ${row.kind === 'goal' ? 'goal until the next sprint' : 'line from now on'}`, () => onHide(row)),
  );
  return section;
}

/** In the place of one that was just hidden. */
export function drawHidden(row: LineRow, { onShow }: RowEvents): HTMLElement {
  const section = element('section', 'row hidden');
  section.setAttribute('aria-label', `Waymark: ${row.label}`);
  section.id = row.id;
  const said = element('p', 'reason');
  said.append(element('span', 'words', row.kind === 'goal' ? `Hidden for as long as ${row.link?.words ?? 'this sprint'} runs.` : `${row.text} is hidden here from now on.`));
  said.setAttribute('role', 'status');
  section.append(said, button('undo', 'Undo', 'Undo hiding it', () => onShow(row)));
  return section;
}

function facts({ facts: words, done, total, link }: LineRow): HTMLElement {
  const line = element('p', 'facts');
  if (link && link.to.startsWith('https://')) {
    const anchor = element('a', 'link', link.words);
    anchor.href = link.to;
    // The bar parts them where there is one.
    line.append(anchor, total > 0 ? ' ' : ' · ');
  }
  if (total > 0) {
    // The words beside it say the same.
    const bar = element('span', 'bar');
    bar.setAttribute('aria-hidden', 'true');
    const part = element('span', 'part');
    part.style.inlineSize = `${Math.round((100 * done) / total)}%`;
    bar.append(part);
    line.append(bar);
  }
  line.append(words.join(' · '));
  return line;
}

function button(name: string, text: string, label: string, onPress: () => void): HTMLButtonElement {
  const one = element('button', name, text);
  one.type = 'button';
  one.ariaLabel = label;
  // A sign alone needs a tooltip; what has words would be said twice to who listens.
  if (name === 'hide') one.title = label;
  // The page can reach a button in an open shadow root; what its scripts press is pressed by nobody.
  one.addEventListener('click', (event) => {
    if (event.isTrusted) onPress();
  });
  return one;
}

function element<K extends keyof HTMLElementTagNameMap>(tag: K, name: string, text = ''): HTMLElementTagNameMap[K] {
  const made = document.createElement(tag);
  made.className = name;
  made.textContent = text;
  return made;
}
