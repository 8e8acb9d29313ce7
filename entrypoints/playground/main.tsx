import { createRoot } from 'react-dom/client';
import { Playground } from '../../components/playground/Playground.tsx';
import { states } from '../../components/playground/states.ts';
import '../../components/ui/tokens.css';
import '../../components/ui/base.css';
import '../../components/card/card.css';
import '../../components/popup/popup.css';
import '../../components/options/options.css';
import '../../components/workspace/workspace.css';
import '../../components/workspace/timeline.css';
import '../../components/workspace/sheet.css';
import '../../components/workspace/print.css';
import '../../components/playground/playground.css';

const asked = new URLSearchParams(location.search);
const theme = asked.get('theme');
if (theme !== null) document.documentElement.dataset.theme = theme;
const root = document.getElementById('root');
if (root !== null) createRoot(root).render(<Playground states={states} selected={asked.get('state')} theme={theme} />);
