import { basename, join, relative, resolve } from 'node:path';
import type { Contract } from '../../core/contract/model.ts';
import { sortDiagnostics } from '../../core/diagnostics/diagnostic.ts';
import { printReport } from '../../core/diagnostics/printers/index.ts';
import { UsageError } from '../../core/diagnostics/usage-error.ts';
import { defaultSettings } from '../../core/rules/settings.ts';
import { Workspace } from '../../core/source/workspace.ts';
import { validate } from '../../core/validate.ts';
import { loadOwnTarget } from '../../generators/index.ts';
import { writeOutput } from '../../generators/output.ts';
import type { GeneratedFile } from '../../generators/target.ts';
import { loadConfig } from '../config/load.ts';
import { type SoundContract, SoundContracts } from '../generate/sound-contracts.ts';
import { findInputs } from '../inputs.ts';
import { projectAround } from '../project.ts';
import { type Surroundings, wantsColor } from '../surroundings.ts';
import { version } from '../version.ts';
import { healthPath } from './http/health.ts';
import { makeFolder, refuseTaken, writeFiles } from './new-folder.ts';
import { refuseBadName } from './project-name.ts';
import type { NewService } from './service.ts';
import { titleLine } from './title.ts';

export interface NewServiceOptions {
  readonly name: string;
  readonly contract: string;
  /** The folder of the service; one of its name by default. */
  readonly output: string | undefined;
  readonly port: number;
}

/** `new service`: returns the exit code. */
export async function newService(options: NewServiceOptions, world: Surroundings): Promise<number> {
  const { name, output = name, port } = options;
  refuseBadName(name);
  const folder = resolve(world.cwd, output);
  refuseTaken(folder, world.cwd);
  const found = await soundContract(options.contract, world);
  if (found === undefined) return 1;
  const file = resolve(world.cwd, options.contract);
  const copy = projectAround(resolve(folder, '..'), file) === undefined ? await copyOf(found) : undefined;
  const sound = copy?.sound ?? found;
  const { contract } = sound;
  const made = await generatedParts(sound);
  const service: NewService = {
    ...{
      name,
      port,
      copied: copy !== undefined,
      title: titleLine(contract),
      targets: made.map(({ target }) => target),
    },
    contract: copy?.file.path ?? relative(folder, file).replaceAll('\\', '/'),
    health: contract.kind === 'http' ? healthPath(contract) : '/health',
  };
  const files = [...(await writtenFiles(contract, service, made)), ...(copy === undefined ? [] : [copy.file])];
  makeFolder(folder, (temporary) => {
    writeFiles(temporary, files);
    for (const { target, files: generated } of made)
      writeOutput({ folder: join(temporary, 'generated'), target, toolVersion: version, files: generated });
  });
  world.out.write(report(folder, `a service for ${service.title}`, world));
  return 0;
}

/** Prints the findings of a contract that is wrong. */
async function soundContract(path: string, world: Surroundings): Promise<SoundContract | undefined> {
  const config = await loadConfig(world.cwd);
  const contracts = new SoundContracts(config);
  const inputs = findInputs([path], world.cwd, config.root);
  const [only] = inputs.paths;
  if (inputs.paths.length !== 1 || only === undefined)
    throw new UsageError(`There are ${inputs.paths.length} contracts in ${path}. Name the file of one.`);
  const sound = await contracts.find(only, inputs);
  if (sound !== undefined) return sound;
  const diagnostics = sortDiagnostics(contracts.findings);
  const findings = { diagnostics, checked: 1, toolVersion: version, describe: () => undefined };
  world.out.write(printReport(findings, 'text', wantsColor(world.out, world.env)));
  world.out.write('Nothing was made from a contract with errors.\n');
  return undefined;
}

interface Made {
  readonly target: string;
  readonly files: readonly GeneratedFile[];
}

/** What goes into `generated/`: targets that have something to print. */
async function generatedParts({ contract, workspace }: SoundContract): Promise<readonly Made[]> {
  const ids = contract.kind === 'http' ? ['hono-server', 'contract-tests'] : ['events', 'contract-tests'];
  const made: Made[] = [];
  for (const id of ids) {
    const target = await loadOwnTarget(id);
    if (target === undefined) throw new Error(`There is no target ${id}`);
    const { files } = target.generate(contract, { importExtension: '.ts', workspace });
    if (files.length > 0) made.push({ target: id, files });
  }
  return made;
}

async function writtenFiles(
  contract: Contract,
  service: NewService,
  made: readonly Made[],
): Promise<readonly GeneratedFile[]> {
  if (contract.kind === 'event') {
    const { eventServiceFiles } = await import('./events/event-service.ts');
    const paths = new Set(made.flatMap(({ files }) => files.map(({ path }) => path)));
    return eventServiceFiles(contract, service, paths);
  }
  if (contract.operations.length === 0)
    throw new UsageError('The contract has no operations, so there is no service to make. Add paths to it.');
  const { httpServiceFiles } = await import('./http/http-service.ts');
  return httpServiceFiles(contract, service);
}

interface Copy {
  readonly file: GeneratedFile;
  /** Read again, because the copy is what the service is generated from: it may call schemas by other names. */
  readonly sound: SoundContract;
}

/** A service outside the contract's project gets a copy that refers to no other file. */
async function copyOf({ contract, workspace }: SoundContract): Promise<Copy> {
  const { bundle } = await import('../../generators/bundle/target.ts');
  const { files } = bundle.generate(contract, { importExtension: '.ts', workspace });
  const path = `contracts/${contract.dialect.spec}.yaml`;
  const file = { path, text: files.map(({ text }) => text).join('') };
  const refusal = (wanted: string) => ({ refusal: `points to ${wanted}, which was not copied` });
  const copies = new Workspace({ files: { read: (wanted) => (wanted === path ? file : refusal(wanted)) } });
  const { documents } = await validate(copies, [path], defaultSettings);
  const copied = documents[0]?.contract;
  if (copied === undefined) throw new Error(`The copy of ${contract.root.source.path} cannot be read`);
  return { file, sound: { contract: copied, workspace: copies } };
}

function report(folder: string, what: string, { cwd }: Surroundings): string {
  const shown = relative(cwd, folder) || basename(folder);
  return `${shown}  ${what}\n\n  cd ${shown}\n  npm install\n  npm test\n  npm start\n`;
}
