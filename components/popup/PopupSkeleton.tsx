/** The popup's own proportions while there is nothing to show. */
export function PopupSkeleton({ words }: { readonly words?: string }) {
  return (
    <div className="popup-skeleton">
      <p className={words === undefined ? 'visually-hidden' : 'muted'}>{words ?? 'Reading …'}</p>
      {['100%', '82%', '40%', '100%', '100%'].map((width, index) => <span key={index} aria-hidden="true" className="skeleton" style={{ width, height: index < 2 ? 24 : 14 }} />)}
    </div>
  );
}
