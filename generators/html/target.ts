import { createHash } from 'node:crypto';
import type { Contract } from '../../core/contract/model.ts';
import { referenceTo } from '../reference/reference.ts';
import { renderTemplate, type View } from '../render.ts';
import type { Generated, Target } from '../target.ts';
import { escapeHtml, type Html } from './html.ts';
import { mainHtml } from './main.ts';
import { pageOf } from './page.ts';
import { sidebarHtml } from './sidebar.ts';

export const html: Target = {
  id: 'html',
  summary: 'A reference page in one file, searchable, light and dark',
  accepts: ['http', 'event'],
  generate(contract: Contract): Generated {
    const text = renderTemplate('html', 'page', view(contract));
    return { files: [{ path: 'index.html', text }], diagnostics: [] };
  },
};

/** Everything that the template of this target places. */
function view(contract: Contract): View {
  const page = pageOf(referenceTo(contract));
  const style = renderTemplate('html', 'style.css', {});
  const script = renderTemplate('html', 'script.js', {});
  return {
    title: escapeHtml(contract.info.title),
    version: escapeHtml(contract.info.version),
    // The page may run this script, use this style and nothing else, whatever a contract smuggles in.
    policy: `default-src 'none'; script-src '${digest(script)}'; style-src '${digest(style)}'; img-src data:; base-uri 'none'; form-action 'none'`,
    style,
    script,
    sidebar: onLines(sidebarHtml(page)),
    main: onLines(mainHtml(page)),
  };
}

/** A line for each block, so that a page under version control has differences that people can read. */
function onLines({ text }: Html): string {
  return text
    .replace(/<(?:article|section|header|h[1-6]|p|ul|li|div|details|figure)\b/g, '\n$&')
    .replace(/>\s*\n\s*(?=<)/g, '>\n')
    .trim();
}

function digest(text: string): string {
  return `sha256-${createHash('sha256').update(text).digest('base64')}`;
}
