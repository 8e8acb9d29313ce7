/** Board cards are empty shells until they come near the viewport; then they are filled, and stay filled. */
export function fillCardsNearby(): void {
  const observer = new IntersectionObserver((entries) => {
    for (const { isIntersecting, target } of entries) {
      const template = target.querySelector<HTMLTemplateElement>('template[data-demo-card]');
      if (!isIntersecting || !template) continue;
      observer.unobserve(target);
      setTimeout(() => {
        template.replaceWith(template.content);
        target.setAttribute('aria-disabled', 'false');
      }, 60);
    }
  }, { rootMargin: '100px' });
  for (const shell of document.querySelectorAll('.board-view-column-card:has(> template)')) observer.observe(shell);
}
