import { createHash } from 'node:crypto';
import { printLocation } from '../../diagnostics/location.ts';
import { countChanges, plural, printOutcome, printTitle, printTotal } from './count.ts';
import { htmlChange } from './html-change.ts';
import { htmlStyle } from './html-style.ts';
import { path, text } from './html-text.ts';
import { labels } from './label.ts';
import { type Comparison, type DiffReport, nameOf, sinceOf } from './report.ts';

/**
 * One file that needs nothing else: no script, no font, no image, and no request leaves it, which its policy holds it
 * to. It follows the reader's colour scheme, and the boxes on top show and hide verdicts by style alone.
 */
export function printDiffHtml(report: DiffReport): string {
  const { comparisons, findings, profile, toolVersion } = report;
  const title = printTitle(report);
  const ids = new Ids();
  const sections = comparisons.map((comparison, i) => section(comparison, i, ids)).filter((one) => one !== '');
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'sha256-${styleHash()}'; base-uri 'none'; form-action 'none'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<title>${text(title)}</title>
<style>${htmlStyle}</style>
</head>
<body>
<header>
<h1>Contract changes</h1>
<p>${text(printTotal(report))}</p>
</header>
${filter(comparisons)}
<main>
${[...findings.map(finding), overview(comparisons), ...sections].filter((part) => part !== '').join('\n')}
</main>
<footer>ai2text-contracts ${text(toolVersion)}, profile ${text(profile)}</footer>
</body>
</html>
`;
}

function styleHash(): string {
  return createHash('sha256').update(htmlStyle).digest('base64');
}

/** Boxes that the style sheet reads; those without a change would do nothing. */
function filter(comparisons: readonly Comparison[]): string {
  const counts = countChanges(comparisons);
  const boxes = labels
    .filter((label) => counts[label] > 0)
    .map(
      (label) =>
        `<label class="${label}"><input type="checkbox" id="show-${label}" checked> <b>${counts[label]}</b> ${label === 'info' ? 'compatible' : label}</label>`,
    );
  return boxes.length === 0 ? '' : `<div class="filter" role="group" aria-label="Show">${boxes.join('\n')}</div>`;
}

function finding({ severity, rule, message, location }: DiffReport['findings'][number]): string {
  return `<div class="finding ${severity}"><p><span class="badge">${severity}</span> ${path(printLocation(location))} <span class="rule">${text(rule)}</span></p><p>${text(message)}</p></div>`;
}

function overview(comparisons: readonly Comparison[]): string {
  // Of a single contract the heading of its changes says the same.
  if (comparisons.every(({ changes }) => changes.length > 0) && comparisons.length < 2) return '';
  const rows = comparisons.flatMap((comparison, i) => {
    if (isUnchanged(comparison)) return [];
    const name = path(comparison.contract);
    const linked = comparison.changes.length === 0 ? name : `<a href="#contract-${i + 1}">${name}</a>`;
    const since = sinceOf(comparison);
    return `<tr><th scope="row">${linked}</th><td>${since === undefined ? '' : path(since)}</td><td>${text(printOutcome(comparison))}</td></tr>`;
  });
  const table = `<table>
<thead><tr><th scope="col">contract</th><th scope="col">compared with</th><th scope="col">result</th></tr></thead>
<tbody>
${rows.join('\n')}
</tbody>
</table>`;
  return `${rows.length === 0 ? '' : table}${unchanged(comparisons.filter(isUnchanged))}`;
}

function isUnchanged({ outcome, changes }: Comparison): boolean {
  return outcome === 'compared' && changes.length === 0;
}

/** Good to know, and out of the way. */
function unchanged(comparisons: readonly Comparison[]): string {
  if (comparisons.length === 0) return '';
  const lines = comparisons.map((comparison) => {
    const since = sinceOf(comparison);
    return `${path(comparison.contract)}${since === undefined ? '' : ` since ${path(since)}`}`;
  });
  return `<details class="unchanged"><summary>${plural(comparisons.length, 'comparison')} without changes</summary><p>${lines.join('<br>\n')}</p></details>`;
}

function section(comparison: Comparison, i: number, ids: Ids): string {
  const { contract, before, changes } = comparison;
  if (changes.length === 0) return '';
  const since = before === undefined ? '' : `since ${path(nameOf(before))}: `;
  const blocks = changes.map((change) => htmlChange(change, comparison, ids.take(change.fingerprint)));
  return `<section id="contract-${i + 1}">
<h2>${path(contract)}</h2>
<p class="outcome">${since}${text(printOutcome(comparison))}</p>
${blocks.join('\n')}
</section>`;
}

/** The fingerprint, so that a link to a change goes on working; numbered where two comparisons have the same change. */
class Ids {
  readonly #taken = new Map<string, number>();

  take(fingerprint: string): string {
    const count = (this.#taken.get(fingerprint) ?? 0) + 1;
    this.#taken.set(fingerprint, count);
    return count === 1 ? fingerprint : `${fingerprint}-${count}`;
  }
}
