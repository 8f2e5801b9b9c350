import { readFile } from 'node:fs/promises';
import { marked } from 'marked';
import type { Draft } from '../src/operator/drafts.ts';

/** A draft as it is written: Markdown, to be copied into the operator's own files. */
export function markdownOf(draft: Draft): Promise<string> {
  return readFile(new URL(`../src/operator/${draft}.md`, import.meta.url), 'utf8');
}

/** A draft as a page. The Markdown is ours, so nothing in it has to be disarmed. */
export async function renderDraft(draft: Draft): Promise<{ title: string; html: string }> {
  const text = await markdownOf(draft);
  const [, title = draft] = /^# (.+)$/m.exec(text) ?? [];
  let tables = 0;
  const body = (await marked.parse(text))
    // A table without headings has none that a screen reader could read.
    .replaceAll(/<th>\s*<\/th>/g, '<td></td>')
    // Wide tables scroll by themselves, by keyboard too.
    .replaceAll('<table>', () => {
      tables += 1;
      return `<div class="scroll" role="region" tabindex="0" aria-label="Tabelle ${tables}"><table>`;
    })
    .replaceAll('</table>', '</table></div>');
  const download = `<p><a href="/de/operator/${draft}.md" download>Als Markdown herunterladen</a></p>`;
  return {
    title: `${title} – Kannwas`,
    html: `<div class="page"><main id="main" class="main draft">${body}${download}</main></div>`,
  };
}
