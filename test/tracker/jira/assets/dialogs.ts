import { select } from './router.ts';

const CARD = '[data-testid="platform-board-kit.ui.card.card"]';
const ROW = '[data-testid^="software-backlog.card-list.card.content-container."]';
const MODAL = '[data-testid="issue.views.issue-details.issue-modal.modal-dialog"]';

/** A click anywhere on a card opens its issue, whoever's element it met: a badge that lets its clicks through is seen at once. */
export function startDialogs(): void {
  document.querySelector('#jira-frontend')?.addEventListener('click', (event) => {
    const target = event.target instanceof Element ? event.target : null;
    const pressed = target?.closest('button, a, input, label');
    if (!target || (pressed && !pressed.matches('[data-testid="platform-card.ui.card.focus-container"]'))) {
      if (pressed?.matches('[data-testid="issue-view-foundation.modal-close-button"]')) void select(null);
      return;
    }
    const key = target.closest(CARD)?.id.replace('card-', '') ?? target.closest(ROW)?.getAttribute('data-testid')?.split('.').at(-1);
    if (key !== undefined) void select(key);
  });
  document.querySelector('.atlaskit-portal-container')?.addEventListener('click', (event) => {
    if (event.target instanceof Element && event.target.closest('[data-testid="issue-view-foundation.modal-close-button"], [data-testid$="modal-dialog--blanket"]')) void select(null);
  });
  addEventListener('keydown', (event) => {
    if (event.key === 'Escape' && document.querySelector(MODAL)) void select(null);
  });
  document.addEventListener('focusin', () => setTimeout(keepFocusInside));
}

/**
 * Atlassian's modals are locked by react-focus-lock: a focus that goes elsewhere is fetched back, unless it went into something that bears `data-no-focus-lock`.
 * A stranger's dialog over the modal cannot be typed into without it.
 */
function keepFocusInside(): void {
  const modal = document.querySelector<HTMLElement>(MODAL);
  const focused = document.activeElement;
  if (!modal || !focused || focused === document.body || modal.contains(focused) || focused.closest('[data-no-focus-lock]')) return;
  modal.focus();
}
