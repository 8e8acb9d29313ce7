import type { OptionsEvents } from './options-events.ts';

export function ExportData({ onExport }: Pick<OptionsEvents, 'onExport'>) {
  return (
    <div className="data-row">
      <div><h3>Export</h3><p className="muted">Settings, roadmap items, local tags and goals, entered values, accepted flags. Never a token.</p></div>
      <button type="button" className="button" onClick={onExport}>Download</button>
    </div>
  );
}
