const formats = new Map<string, Intl.DateTimeFormat>();

/** In the reader's time zone and with an offset that has no colon, as Jira writes it: 2026-11-25T10:00:00.123+0100. Data Center keeps whole seconds. */
export function writeTime(at: number, zone: string, flavour: 'cloud' | 'dc'): string {
  const whole = flavour === 'dc' ? at - (at % 1000) : at;
  const offset = offsetOf(whole, zone);
  const local = new Date(whole + offset * 60_000).toISOString().slice(0, 23);
  const ahead = Math.abs(offset);
  return `${local}${offset < 0 ? '-' : '+'}${String(Math.floor(ahead / 60)).padStart(2, '0')}${String(ahead % 60).padStart(2, '0')}`;
}

/** Minutes that the zone's clocks were ahead of UTC then. */
function offsetOf(at: number, zone: string): number {
  const format = formats.get(zone) ?? new Intl.DateTimeFormat('en-US', { timeZone: zone, timeZoneName: 'longOffset' });
  formats.set(zone, format);
  const name = format.formatToParts(at).find(({ type }) => type === 'timeZoneName')?.value ?? '';
  const [, sign, hours, minutes = '0'] = /GMT([+-])(\d{2}):?(\d{2})?/.exec(name) ?? [];
  return hours === undefined ? 0 : (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes));
}

/** The moment at which a clock in that zone shows this (a date literal of JQL: `2026-11-25 10:00`). */
export function readLocal(text: string, zone: string): number | undefined {
  const [, date, time = '00:00'] = /^(\d{4}[-/]\d{1,2}[-/]\d{1,2})(?: (\d{1,2}:\d{2}))?$/.exec(text) ?? [];
  if (date === undefined) return undefined;
  const [year = '', month = '', day = ''] = date.split(/[-/]/);
  const utc = Date.parse(`${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}T${time.padStart(5, '0')}:00Z`);
  return Number.isNaN(utc) ? undefined : utc - offsetOf(utc - offsetOf(utc, zone) * 60_000, zone) * 60_000;
}
