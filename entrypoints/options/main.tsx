import { createRoot } from 'react-dom/client';
import { OptionsPage } from '../../components/options/OptionsPage.tsx';
import { catchLostFocus } from '../../components/ui/catch-lost-focus.ts';
import { tellWhenOnline } from '../../lib/messaging/client.ts';
import '../../components/ui/tokens.css';
import '../../components/ui/base.css';
import '../../components/options/options.css';
import '../../components/options/roadmap-file/proposal.css';

tellWhenOnline();
catchLostFocus(document);
const root = document.getElementById('root');
if (root !== null) createRoot(root).render(<OptionsPage />);
