import type { OptionsView } from '../../lib/messaging/messages.ts';
import { bytesInWords } from '../ui/wording/bytes.ts';
import { count } from '../ui/wording/count.ts';
import { Diagnostics } from './Diagnostics.tsx';
import { ExportData } from './ExportData.tsx';
import { ImportData } from './ImportData.tsx';
import type { OptionsEvents } from './options-events.ts';
import { Section } from './Section.tsx';

interface Props {
  readonly store: OptionsView['store'];
  readonly events: Pick<OptionsEvents, 'onExport' | 'onImport' | 'onDiagnostics'>;
}

export function DataSection({ store, events }: Props) {
  return (
    <Section id="data" title="Data" intro={`${count(store.issues, 'issue')} kept in this browser, ${bytesInWords(store.bytes)}.`}>
      <div className="box stack">
        <ExportData onExport={events.onExport} />
        <ImportData onImport={events.onImport} />
        <Diagnostics onDiagnostics={events.onDiagnostics} />
      </div>
    </Section>
  );
}
