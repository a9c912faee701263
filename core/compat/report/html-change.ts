import { exchangeOf } from './exchange.ts';
import { code, place, text } from './html-text.ts';
import { labelOf } from './label.ts';
import { type Comparison, type ReportedChange, undecidedOf } from './report.ts';

/** One change as a block that opens and closes; what calls for somebody stands open. A link to `id` opens it. */
export function htmlChange(change: ReportedChange, comparison: Comparison, id: string): string {
  const { rule, subject, message, accepted, fingerprint } = change;
  const undecided = undecidedOf(change);
  const label = labelOf(change);
  const open = label === 'breaking' || label === 'warning' ? ' open' : '';
  const parts = [
    `<p>${text(message)}</p>`,
    places(change, comparison),
    exchange(change),
    undecided === undefined ? '' : `<p><b>Undecided:</b> ${text(undecided)}</p>`,
    accepted === undefined
      ? ''
      : `<p class="decision"><b>Accepted</b> by ${text(accepted.by)} until ${text(accepted.until)}: ${text(accepted.because)}</p>`,
    `<p class="foot"><a href="#${text(id)}">link</a> · fingerprint ${code(fingerprint)}</p>`,
  ].filter((part) => part !== '');
  return `<details class="change ${label}"${open}>
<summary><span class="badge">${label === 'info' ? 'compatible' : label}</span> <code class="subject">${text(subject)}</code> <span class="rule">${text(rule)}</span></summary>
<div class="body" id="${text(id)}">
${parts.join('\n')}
</div>
</details>`;
}

function places({ before, after }: ReportedChange, comparison: Comparison): string {
  const rows = [`<dt>before</dt><dd>${place(before, comparison.before?.revision)}</dd>`];
  if (comparison.after !== undefined) rows.push(`<dt>after</dt><dd>${place(after, comparison.after.revision)}</dd>`);
  return `<dl class="places">${rows.join('')}</dl>`;
}

/** What a profile tolerates needs no proof. */
function exchange({ subject, witness, verdict }: ReportedChange): string {
  if (witness === undefined || verdict === 'info') return '';
  const { claim, text: shown, marked } = exchangeOf({ subject, witness });
  const lines = shown.split('\n').map((line, i) => {
    const isMarked = marked !== undefined && i >= marked.from && i < marked.to;
    const indent = /^ */.exec(line)?.[0] ?? '';
    return isMarked ? `${indent}<mark>${text(line.trimStart())}</mark>` : text(line);
  });
  return `<figure><figcaption>${text(claim)}:</figcaption><pre>${lines.join('\n')}</pre></figure>`;
}
