import { createRoot } from 'react-dom/client';
import { WorkspacePage } from '../../components/workspace/WorkspacePage.tsx';
import { tellWhenOnline } from '../../lib/messaging/client.ts';
import '../../components/ui/tokens.css';
import '../../components/ui/base.css';
import '../../components/sprint/sprint.css';
import '../../components/ui/item.css';
import '../../components/bulk/bulk.css';
import '../../components/workspace/workspace.css';
import '../../components/workspace/timeline.css';
import '../../components/workspace/sheet.css';
import '../../components/workspace/sprints.css';
import '../../components/options/roadmap-file/proposal.css';
import '../../components/workspace/print.css';

tellWhenOnline();
const root = document.getElementById('root');
if (root !== null) createRoot(root).render(<WorkspacePage />);
