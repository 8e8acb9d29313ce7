import { createRoot } from 'react-dom/client';
import { openedOver } from '../../components/popup/opened-over.ts';
import { PopupPage } from '../../components/popup/PopupPage.tsx';
import '../../components/ui/tokens.css';
import '../../components/ui/base.css';
import '../../components/sprint/sprint.css';
import '../../components/popup/popup.css';

const root = document.getElementById('root');
if (root !== null) void openedOver().then((over) => createRoot(root).render(<PopupPage over={over} />));
