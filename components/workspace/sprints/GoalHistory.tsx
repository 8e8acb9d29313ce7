import type { KeptWording } from '../../../lib/core/sprint/kept-wording.ts';
import { trackerWords } from '../../../lib/core/tracker-words.ts';
import type { GoalsView, SiteView } from '../../../lib/messaging/messages.ts';
import { count } from '../../ui/wording/count.ts';

interface Props {
  readonly wordings: GoalsView['wordings'];
  readonly tracker: SiteView['tracker'];
}

/** Everything that the goal has said, the latest first: who, when and where from. */
export function GoalHistory({ wordings, tracker }: Props) {
  return (
    <details className="goal-history">
      <summary className="small">{count(wordings.length, 'wording')} so far</summary>
      <ol reversed>
        {wordings.toReversed().map((wording) => (
          <li key={wording.id} data-standing={wording.standing}>
            <p>{wording.text === '' ? <em>The goal was taken back.</em> : wording.text}</p>
            <p className="muted small">{wordingInWords(wording, tracker)}</p>
          </li>
        ))}
      </ol>
    </details>
  );
}

const MOMENT = new Intl.DateTimeFormat('en-GB', { weekday: 'short', day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit' });

/** `wordingInWords({at, by: 'mira', from: 'description', here: false, standing: 'stood', …}, 'github')` → `seen Mon 16 Nov 09:30 · mira · in the milestone’s description` */
export function wordingInWords({ at, by, from, here, standing }: Pick<KeptWording, 'at' | 'by' | 'from' | 'here' | 'standing'>, tracker: SiteView['tracker']): string {
  const places = { local: 'in this browser only', file: 'in the team’s roadmap', 'status-update': 'in a status update', field: `in ${trackerWords(tracker).goalPlace}`, description: `in ${trackerWords(tracker).goalPlace}`, 'first-paragraph': `in ${trackerWords(tracker).goalPlace}` } as const;
  const who = by === null ? (here ? 'written here' : 'nobody told by whom') : here ? `${by}, here` : by;
  return [`${here ? '' : 'seen '}${MOMENT.format(at).replaceAll(',', '')}`, who, places[from], ...(standing === 'refused' ? ['not written: another one came meanwhile'] : [])].join(' · ');
}
