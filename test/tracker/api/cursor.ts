/** A place in an ordered list by value, not by position: [sort key, id]. That is why a row that moves behind it is lost in descending walks and met again in ascending ones. */
export interface Cursor {
  key: string | number;
  id: number;
}

const PREFIX = 'cursor:v2:';

export const writeCursor = ({ key, id }: Cursor): string => Buffer.from(`${PREFIX}${JSON.stringify([key, id])}`).toString('base64');

export function readCursor(text: string): Cursor | undefined {
  const plain = Buffer.from(text, 'base64').toString();
  if (!plain.startsWith(PREFIX)) return undefined;
  try {
    const read: unknown = JSON.parse(plain.slice(PREFIX.length));
    if (!Array.isArray(read)) return undefined;
    const [key, id]: unknown[] = read;
    if ((typeof key !== 'string' && typeof key !== 'number') || typeof id !== 'number') return undefined;
    return { key, id };
  } catch {
    return undefined;
  }
}
