import { escape, type Html, raw } from './html.ts';

/** The little Markdown that the seed writes: headings, lists, tasks, code and links to issues, which are real links as on GitHub. */
export function renderMarkdown(text: string, nwo: string): Html {
  return raw(text.split(/\n{2,}/).map((block) => renderBlock(block, nwo)).join('\n'));
}

function renderBlock(block: string, nwo: string): string {
  const heading = /^(#{1,4}) (.*)$/.exec(block);
  if (heading) return `<div class="markdown-heading" dir="auto"><h${heading[1]?.length} class="heading-element" dir="auto">${inline(heading[2] ?? '', nwo)}</h${heading[1]?.length}></div>`;
  const lines = block.split('\n');
  if (lines.every((line) => /^\d+\. /.test(line))) return `<ol dir="auto">${lines.map((line) => `<li>${inline(line.replace(/^\d+\. /, ''), nwo)}</li>`).join('')}</ol>`;
  if (lines.every((line) => line.startsWith('- '))) {
    return `<ul dir="auto" class="contains-task-list">${lines.map((line) => {
      const task = /^- \[( |x)\] (.*)$/.exec(line);
      return task ? `<li class="task-list-item"><input type="checkbox" disabled ${task[1] === 'x' ? 'checked' : ''}> ${inline(task[2] ?? '', nwo)}</li>` : `<li>${inline(line.slice(2), nwo)}</li>`;
    }).join('')}</ul>`;
  }
  return `<p dir="auto">${inline(block, nwo)}</p>`;
}

const inline = (text: string, nwo: string): string =>
  escape(text)
    .replace(/`([^`]+)`/g, '<code>$1</code>')
    .replace(/(^|[\s(])#(\d+)\b/g, `$1<a class="issue-link js-issue-link" data-hovercard-type="issue" data-hovercard-url="/${nwo}/issues/$2/hovercard" href="/${nwo}/issues/$2">#$2</a>`)
    .replaceAll('\n', '<br>');
