import { join } from 'node:path';
import { expect, test } from 'vitest';
import { html } from '../../../generators/html/target.ts';
import { projectContract } from '../support/project-contract.ts';

test.each([
  ['petstore', 'examples/petstore/openapi.yaml'],
  ['recording-ingested', 'contracts/recording-ingested/releases/1.1.0.yaml'],
])(
  'the page of %s is what the golden folder holds; renew it with "npx vitest run tests/generators -u" and read the difference',
  async (name, path) => {
    const { contract } = projectContract(path);
    const { files, diagnostics } = html.generate(contract, { importExtension: '.js' });
    expect([files.map((file) => file.path), diagnostics]).toEqual([['index.html'], []]);
    // The style and the script are the same in every page, and stand in templates/html.
    const text = (files[0]?.text ?? '')
      .replace(/<(style|script)>[\s\S]*?<\/\1>/g, '<$1>…</$1>')
      .replace(/sha256-[^']+/g, 'sha256-…');
    await expect(text).toMatchFileSnapshot(join(import.meta.dirname, 'golden', `${name}.html`));
    expect(html.generate(contract, { importExtension: '.js' }).files).toEqual(files);
  },
);
