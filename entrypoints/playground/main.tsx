import { flushSync } from 'react-dom';
import { createRoot } from 'react-dom/client';
import { Playground } from '../../components/playground/Playground.tsx';
import { states } from '../../components/playground/states.ts';
import { catchLostFocus } from '../../components/ui/catch-lost-focus.ts';
import '../../components/ui/tokens.css';
import '../../components/ui/base.css';
import '../../components/sprint/sprint.css';
import '../../components/ui/item.css';
import '../../components/card/card.css';
import '../../components/popup/popup.css';
import '../../components/options/options.css';
import '../../components/options/roadmap-file/proposal.css';
import '../../components/bulk/bulk.css';
import '../../components/workspace/workspace.css';
import '../../components/workspace/timeline.css';
import '../../components/workspace/sheet.css';
import '../../components/workspace/sprints.css';
import '../../components/workspace/print.css';
import '../../components/playground/playground.css';

const element = document.getElementById('root');
const root = element && createRoot(element);

function show(): void {
  const asked = new URLSearchParams(location.search);
  const theme = asked.get('theme');
  if (theme === null) delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = theme;
  // Each state from its beginning, whatever was done in the one before.
  flushSync(() => root?.render(<Playground key={location.href} states={states} selected={asked.get('state')} theme={theme} />));
}

catchLostFocus(document);
// From state to state without a load: the tests go through hundreds of them.
navigation.addEventListener('navigate', (event) => {
  if (event.canIntercept && event.navigationType !== 'reload' && !event.hashChange && new URL(event.destination.url).pathname === location.pathname) event.intercept({ handler: async () => show() });
});
show();
