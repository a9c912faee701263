import { printReport } from '../../diagnostics/printers/index.ts';
import { asDiagnostics } from './as-diagnostics.ts';
import type { DiffFormat } from './formats.ts';
import { printDiffHtml } from './print-html.ts';
import { printDiffJson } from './print-json.ts';
import { printDiffMarkdown } from './print-markdown.ts';
import { printDiffText, type TextStyle } from './print-text.ts';
import type { DiffReport } from './report.ts';

export function printDiff(report: DiffReport, format: DiffFormat, style: TextStyle = { color: false }): string {
  switch (format) {
    case 'text':
      return printDiffText(report, style);
    case 'json':
      return printDiffJson(report);
    case 'markdown':
      return printDiffMarkdown(report);
    case 'html':
      return printDiffHtml(report);
    default: {
      const { toolVersion, describe, comparisons } = report;
      const diagnostics = asDiagnostics(report);
      return printReport({ diagnostics, checked: comparisons.length, toolVersion, describe }, format);
    }
  }
}
