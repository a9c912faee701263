/** Writes the pages of `docs/` that are made from the code. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { rulesPage } from './docs/rules-page.ts';
import { templatesPage } from './docs/templates-page.ts';

writeFileSync(join(import.meta.dirname, '../docs/rules.md'), `${rulesPage()}\n`);
writeFileSync(join(import.meta.dirname, '../docs/templates.md'), `${await templatesPage()}\n`);
