import { join } from 'node:path';
import { expect, test } from 'vitest';
import { markdown } from '../../../generators/markdown/target.ts';
import { projectContract } from '../support/project-contract.ts';

test.each([
  ['petstore', 'examples/petstore/openapi.yaml'],
  ['recording-ingested', 'contracts/recording-ingested/releases/1.1.0.yaml'],
])(
  'the reference of %s is what the golden folder holds; renew it with "npx vitest run tests/generators -u" and read the difference',
  async (name, path) => {
    const { contract } = projectContract(path);
    const { files, diagnostics } = markdown.generate(contract, { importExtension: '.js' });
    expect([files.map((file) => file.path), diagnostics]).toEqual([['reference.md'], []]);
    await expect(files[0]?.text).toMatchFileSnapshot(join(import.meta.dirname, 'golden', `${name}.md`));
    expect(markdown.generate(contract, { importExtension: '.js' }).files).toEqual(files);
  },
);
