/** Data Center writes the content of its panel anew: nothing that was in it stays. */
export async function replaceContent(): Promise<void> {
  const text = await (await fetch(location.href)).text();
  const next = new DOMParser().parseFromString(text, 'text/html');
  const [here, there] = [document, next].map((one) => one.querySelector('.aui-page-panel-content'));
  if (here && there) here.replaceChildren(...[...there.childNodes].map((node) => document.importNode(node, true)));
  document.title = next.title;
}
