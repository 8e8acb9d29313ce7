/** HTML that is safe to print: everything put into it is escaped unless it is itself such HTML. */
export interface Html {
  readonly html: string;
}

type Piece = string | number | Html | null | undefined | false | readonly Html[];

export function html(parts: TemplateStringsArray, ...pieces: Piece[]): Html {
  let text = parts[0] ?? '';
  pieces.forEach((piece, index) => {
    text += print(piece) + (parts[index + 1] ?? '');
  });
  return { html: text };
}

/** For text that is markup already: icons, rendered Markdown. */
export const raw = (text: string): Html => ({ html: text });
export const escape = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

function print(piece: Piece): string {
  if (piece === null || piece === undefined || piece === false) return '';
  if (typeof piece === 'string' || typeof piece === 'number') return escape(String(piece));
  if ('html' in piece) return piece.html;
  return piece.map((one) => one.html).join('');
}
