import { printLocation } from '../../diagnostics/location.ts';
import { printable } from '../../diagnostics/printers/printable.ts';
import { printOutcome, printTitle, printTotal } from './count.ts';
import { exchangeOf } from './exchange.ts';
import { htmlStyle } from './html-style.ts';
import { type Comparison, type DiffReport, nameOf, type ReportedChange } from './report.ts';

/** One file that needs nothing else: no script, no font and no request leave it; it follows the reader's colour scheme. */
export function printDiffHtml(report: DiffReport): string {
  const { comparisons, findings, profile, toolVersion } = report;
  const title = printTitle(report);
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${text(title)}</title>
<style>${htmlStyle}</style>
</head>
<body>
<header><h1>${text(title)}</h1><p>${text(printTotal(report))}</p></header>
<main>
${overview(comparisons)}
${findings.map((finding) => `<p class="${finding.severity}"><b>${text(finding.severity)}</b> <code>${text(finding.rule)}</code> <code>${text(printLocation(finding.location))}</code> ${text(finding.message)}</p>`).join('\n')}
${comparisons.map(section).join('\n')}
</main>
<footer>ai2text-contracts ${text(toolVersion)}, profile ${text(profile)}</footer>
</body>
</html>
`;
}

function overview(comparisons: readonly Comparison[]): string {
  const rows = comparisons.map((comparison, i) => {
    const since = comparison.before === undefined ? '' : `<code>${text(nameOf(comparison.before))}</code>`;
    const name = `<code>${text(comparison.contract)}</code>`;
    const linked = comparison.changes.length === 0 ? name : `<a href="#contract-${i}">${name}</a>`;
    return `<tr><td>${linked}</td><td>${since}</td><td>${text(printOutcome(comparison))}</td></tr>`;
  });
  return `<table><thead><tr><th scope="col">contract</th><th scope="col">compared with</th><th scope="col">result</th></tr></thead><tbody>${rows.join('')}</tbody></table>`;
}

function section(comparison: Comparison, i: number): string {
  if (comparison.changes.length === 0) return '';
  const changes = comparison.changes.map((change) => article(change, comparison)).join('\n');
  return `<section id="contract-${i}"><h2><code>${text(comparison.contract)}</code></h2>\n${changes}\n</section>`;
}

function article(change: ReportedChange, { before, after }: Comparison): string {
  const { verdict, rule, subject, message, witness, undecided, accepted, fingerprint } = change;
  const place = (location: ReportedChange['before'], revision: string | undefined) =>
    `<code>${text(printLocation(location))}</code>${revision === undefined ? '' : ` at <code>${text(revision)}</code>`}`;
  const open = verdict !== 'info' && accepted === undefined ? ' open' : '';
  const parts = [
    `<p>${text(message)}</p>`,
    `<p class="places">Before ${place(change.before, before?.revision)}, after ${place(change.after, after?.revision)}</p>`,
  ];
  if (witness !== undefined && verdict !== 'info') {
    const exchange = exchangeOf({ subject, witness });
    parts.push(`<p>${text(exchange.claim)}:</p><pre>${lines(exchange.text)}</pre>`);
  }
  if (undecided !== undefined) parts.push(`<p>Undecided: ${text(undecided)}</p>`);
  if (accepted !== undefined)
    parts.push(`<p>Accepted by ${text(accepted.by)} until ${text(accepted.until)}: ${text(accepted.because)}</p>`);
  parts.push(`<p class="places">fingerprint <code>${text(fingerprint)}</code></p>`);
  const label = accepted === undefined ? verdict : 'accepted';
  return `<details class="${label}"${open}><summary><b>${label}</b> <code>${text(subject)}</code> ${text(rule)}</summary>${parts.join('')}</details>`;
}

function lines(shown: string): string {
  return shown.split('\n').map(text).join('\n');
}

/** Text from a contract, with no way to become markup. */
function text(shown: string): string {
  return printable(shown)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');
}
