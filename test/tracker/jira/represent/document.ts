/** One block of the little Markdown that the seed and the control API write. */
type Block =
  | { readonly kind: 'heading'; readonly level: number; readonly text: string }
  | { readonly kind: 'numbers' | 'bullets'; readonly items: readonly string[] }
  | { readonly kind: 'tasks'; readonly items: readonly { readonly done: boolean; readonly text: string }[] }
  | { readonly kind: 'paragraph'; readonly text: string };

function blocksOf(text: string): Block[] {
  return text.split(/\n{2,}/).map((part): Block => {
    const heading = /^(#{1,6}) (.*)$/.exec(part);
    const lines = part.split('\n');
    if (heading) return { kind: 'heading', level: heading[1]?.length ?? 1, text: heading[2] ?? '' };
    if (lines.every((line) => /^\d+\. /.test(line))) return { kind: 'numbers', items: lines.map((line) => line.replace(/^\d+\. /, '')) };
    if (lines.every((line) => /^- \[[ x]\] /.test(line))) return { kind: 'tasks', items: lines.map((line) => ({ done: line.startsWith('- [x]'), text: line.slice(6) })) };
    if (lines.every((line) => line.startsWith('- '))) return { kind: 'bullets', items: lines.map((line) => line.slice(2)) };
    return { kind: 'paragraph', text: part };
  });
}

/** Atlassian's document format, as version 3 of Cloud's API answers it. */
export function asDocument(text: string): object {
  return { type: 'doc', version: 1, content: blocksOf(text).map(node) };
}

function node(block: Block, index: number): object {
  const paragraph = (text: string): object => ({ type: 'paragraph', content: inline(text) });
  switch (block.kind) {
    case 'heading':
      return { type: 'heading', attrs: { level: block.level }, content: inline(block.text) };
    case 'paragraph':
      return paragraph(block.text);
    case 'tasks':
      return { type: 'taskList', attrs: { localId: `tasks-${index}` }, content: block.items.map((item, at) => ({ type: 'taskItem', attrs: { localId: `task-${index}-${at}`, state: item.done ? 'DONE' : 'TODO' }, content: inline(item.text) })) };
    default:
      return { type: block.kind === 'numbers' ? 'orderedList' : 'bulletList', content: block.items.map((item) => ({ type: 'listItem', content: [paragraph(item)] })) };
  }
}

/** Text with `code` as marks, line ends as breaks. */
function inline(text: string): object[] {
  return text.split(/(`[^`]+`|\n)/).filter((part) => part !== '').map((part) => {
    if (part === '\n') return { type: 'hardBreak' };
    return part.startsWith('`') ? { type: 'text', text: part.slice(1, -1), marks: [{ type: 'code' }] } : { type: 'text', text: part };
  });
}

/** Wiki markup, with the line ends of a Windows browser, as Data Center keeps them. */
export function asWiki(text: string): string {
  const code = (part: string): string => part.replaceAll(/`([^`]+)`/g, '{{$1}}');
  return blocksOf(text).map((block) => {
    if (block.kind === 'heading') return `h${block.level}. ${code(block.text)}`;
    if (block.kind === 'paragraph') return code(block.text);
    if (block.kind === 'tasks') return block.items.map(({ done, text: item }) => `* ${done ? '(/)' : '(x)'} ${code(item)}`).join('\n');
    return block.items.map((item) => `${block.kind === 'numbers' ? '#' : '*'} ${code(item)}`).join('\n');
  }).join('\n\n').replaceAll('\n', '\r\n');
}
