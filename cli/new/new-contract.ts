import { join, relative, resolve } from 'node:path';
import { renderTemplate } from '../../generators/render.ts';
import { loadConfig } from '../config/load.ts';
import type { Surroundings } from '../surroundings.ts';
import { makeFolder, refuseTaken, writeFiles } from './new-folder.ts';
import { refuseBadName } from './project-name.ts';

export const contractKinds = ['http', 'event'] as const;
export type ContractKind = (typeof contractKinds)[number];

export interface NewContractOptions {
  readonly name: string;
  readonly kind: ContractKind;
  /** The folder of the contract; one of its name among the project's contracts by default. */
  readonly output: string | undefined;
}

/** `new contract`: returns the exit code. */
export async function newContract({ name, kind, output }: NewContractOptions, world: Surroundings): Promise<number> {
  refuseBadName(name);
  const { root } = await loadConfig(world.cwd);
  const folder = output === undefined ? join(root, 'contracts', name) : resolve(world.cwd, output);
  refuseTaken(folder, world.cwd);
  const file = newContractFile(name, kind);
  makeFolder(folder, (temporary) => writeFiles(temporary, [file]));
  const shown = relative(world.cwd, join(folder, file.path));
  world.out.write(`${shown}  a contract to go on from\n\n  ai2text-contracts validate ${shown}\n`);
  return 0;
}

/** A small contract that breaks no rule, the platform's own included. */
export function newContractFile(name: string, kind: ContractKind) {
  const title = `${name.charAt(0).toUpperCase()}${name.slice(1).replaceAll('-', ' ')}`;
  const view = { name, title, type: `com.${name}.item.created.v1` };
  const [file, parts] =
    kind === 'http'
      ? (['openapi', ['openapi', 'openapi-components', 'openapi-schemas']] as const)
      : (['asyncapi', ['asyncapi', 'asyncapi-components']] as const);
  return { path: `${file}.yaml`, text: parts.map((part) => renderTemplate('new-contract', part, view)).join('\n') };
}
