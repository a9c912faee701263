import type { Format } from './formats.ts';
import { printGithub } from './github.ts';
import { printJson } from './json.ts';
import { printJunit } from './junit.ts';
import type { Report } from './report.ts';
import { printSarif } from './sarif.ts';
import { printText } from './text.ts';

const printers: Readonly<Record<Format, (report: Report, color: boolean) => string>> = {
  text: printText,
  json: printJson,
  sarif: printSarif,
  github: printGithub,
  junit: printJunit,
};

export function printReport(report: Report, format: Format, color = false): string {
  return printers[format](report, color);
}
