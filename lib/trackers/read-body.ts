/** More than any answer has: a hundred issues with the longest texts that GitHub allows are some 26 MB. Bytes. */
const LARGEST = 64 * 1024 * 1024;

/** Told of an answer that was not read to its end. */
export const TOO_LARGE = 'an answer of more than 64 MB';

/** The whole text of an answer; `null` of one that is larger than a tracker's can be, which is read no further: a site may send without end, and the worker has one memory for all sites. */
export async function readBody({ body, headers }: Response, largest = LARGEST): Promise<string | null> {
  if (body === null) return '';
  if (Number(headers.get('content-length')) > largest) {
    await body.cancel();
    return null;
  }
  const reader = body.getReader();
  const decoder = new TextDecoder();
  const parts: string[] = [];
  let size = 0;
  for (let chunk = await reader.read(); !chunk.done; chunk = await reader.read()) {
    size += chunk.value.byteLength;
    if (size > largest) {
      await reader.cancel();
      return null;
    }
    parts.push(decoder.decode(chunk.value, { stream: true }));
  }
  return parts.join('') + decoder.decode();
}
