import { escape, type Html, raw } from './html.ts';

/** The little Markdown that the seed writes: headings, lists, tasks, code and links to issues, which are real links as on GitHub. */
export const renderMarkdown = (text: string, nwo: string): Html => renderText(text, (line) =>
  line.replace(/(^|[\s(])#(\d+)\b/g, `$1<a class="issue-link js-issue-link" data-hovercard-type="issue" data-hovercard-url="/${nwo}/issues/$2/hovercard" href="/${nwo}/issues/$2">#$2</a>`));

type Linked = (escaped: string) => string;

/** The same text with links of another tracker's kind. */
export function renderText(text: string, linked: Linked): Html {
  return raw(text.split(/\n{2,}/).map((block) => renderBlock(block, linked)).join('\n'));
}

function renderBlock(block: string, linked: Linked): string {
  const heading = /^(#{1,4}) (.*)$/.exec(block);
  if (heading) return `<div class="markdown-heading" dir="auto"><h${heading[1]?.length} class="heading-element" dir="auto">${inline(heading[2] ?? '', linked)}</h${heading[1]?.length}></div>`;
  const lines = block.split('\n');
  if (lines.every((line) => /^\d+\. /.test(line))) return `<ol dir="auto">${lines.map((line) => `<li>${inline(line.replace(/^\d+\. /, ''), linked)}</li>`).join('')}</ol>`;
  if (lines.every((line) => line.startsWith('- '))) {
    return `<ul dir="auto" class="contains-task-list">${lines.map((line) => {
      const task = /^- \[( |x)\] (.*)$/.exec(line);
      return task ? `<li class="task-list-item"><input type="checkbox" disabled ${task[1] === 'x' ? 'checked' : ''}> ${inline(task[2] ?? '', linked)}</li>` : `<li>${inline(line.slice(2), linked)}</li>`;
    }).join('')}</ul>`;
  }
  return `<p dir="auto">${inline(block, linked)}</p>`;
}

const inline = (text: string, linked: Linked): string =>
  linked(escape(text).replace(/`([^`]+)`/g, '<code>$1</code>'))
    .replaceAll('\n', '<br>');
