import { join } from 'node:path';
import { expect, test } from 'vitest';
import { bundle } from '../../../generators/bundle/target.ts';
import { contractFrom } from '../support/contract.ts';
import { projectContract } from '../support/project-contract.ts';

const contracts = [
  ['petstore', 'examples/petstore/openapi.yaml', 'openapi.yaml'],
  ['recording-ingested', 'contracts/recording-ingested/asyncapi.yaml', 'asyncapi.yaml'],
] as const;

test.each(contracts)('the bundle of %s is what the golden folder holds', async (name, path, file) => {
  const { contract, workspace } = projectContract(path);
  const { files, diagnostics } = bundle.generate(contract, { importExtension: '.js', workspace });
  expect([files.map((one) => one.path), diagnostics]).toEqual([[file], []]);
  await expect(files[0]?.text).toMatchFileSnapshot(join(import.meta.dirname, 'golden', `${name}.yaml`));
});

test('a bundle refers to nothing outside itself and means what the contract means', () => {
  const { contract, workspace } = projectContract('contracts/metadata/openapi.yaml');
  const { files } = bundle.generate(contract, { importExtension: '.js', workspace });
  const text = files[0]?.text ?? '';
  expect(text).not.toMatch(/\$ref: ["']?[^#"']*\.yaml/);
  const bundled = contractFrom(text);
  const outline = (of: typeof contract) => [
    [...of.schemas.keys()].sort(),
    of.kind === 'http' &&
      of.operations.map(({ operationId, parameters, responses }) => [
        operationId,
        parameters.map(({ name }) => name),
        responses.map(({ status, content }) => [status, content.map((media) => media.schema?.ref)]),
      ]),
  ];
  expect(outline(bundled)).toEqual(outline(contract));
});

test('the contract alone is enough, without the files that it was read from', () => {
  const { contract, workspace } = projectContract('contracts/metadata/openapi.yaml');
  const alone = bundle.generate(contract, { importExtension: '.js' }).files;
  expect(alone).toEqual(bundle.generate(contract, { importExtension: '.js', workspace }).files);
});
