/** One row of a tracker's answer, read; or what is wrong with it. A row that cannot be read is set aside, never the whole page. */
export type Read<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly reason: string };
