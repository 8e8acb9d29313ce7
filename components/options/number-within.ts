/** Whether what was typed is a number from `min` to `max`: `isNumberWithin('12', 0, 10)` → `false`, and so is nothing at all. */
export function isNumberWithin(text: string, min: number, max: number): boolean {
  const value = Number(text);
  return text !== '' && Number.isFinite(value) && value >= min && value <= max;
}
