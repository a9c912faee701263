import { type Command, InvalidArgumentError, Option } from 'commander';
import type { ContractKind } from '../new/new-contract.ts';
import type { CommandContext } from '../surroundings.ts';

interface ServiceFlags {
  readonly contract: string;
  readonly output?: string;
  readonly port: number;
}

interface ContractFlags {
  readonly kind: ContractKind;
  readonly output?: string;
}

interface TargetFlags {
  readonly output?: string;
}

export function addNew(program: Command, context: CommandContext): void {
  const command = program.command('new').description('start a service, a contract or a target; never overwrites');
  command
    .command('service')
    .description('a service that starts, passes the tests of its contract, and is yours to go on with')
    .argument('<name>', 'its name: lower-case letters, digits and hyphens')
    .requiredOption('--contract <file>', 'the OpenAPI or AsyncAPI contract that it keeps to')
    .option('-o, --output <folder>', 'where it goes (default: a folder of its name)')
    .option('--port <number>', 'where it listens unless PORT says otherwise', readPort, 3000)
    .action(async (name: string, { contract, output, port }: ServiceFlags) => {
      const { newService } = await import('../new/new-service.ts');
      context.exitCode = await newService({ name, contract, output, port }, context);
    });
  command
    .command('contract')
    .description('a small contract that breaks no rule, to go on from')
    .argument('<name>', 'its name: lower-case letters, digits and hyphens')
    .addOption(new Option('--kind <kind>', 'OpenAPI or AsyncAPI').choices(['http', 'event']).default('http'))
    .option('-o, --output <folder>', 'where it goes (default: contracts/<name> in the project)')
    .action(async (name: string, { kind, output }: ContractFlags) => {
      const { newContract } = await import('../new/new-contract.ts');
      context.exitCode = await newContract({ name, kind, output }, context);
    });
  command
    .command('target')
    .description('a plugin that brings a target of yours to generate')
    .argument('<name>', 'its name, and that of the target: lower-case letters, digits and hyphens')
    .option('-o, --output <folder>', 'where it goes (default: a folder of its name)')
    .action(async (name: string, { output }: TargetFlags) => {
      const { newTarget } = await import('../new/new-target.ts');
      context.exitCode = await newTarget({ name, output }, context);
    });
}

function readPort(text: string): number {
  const port = Number(text);
  if (/^\d{1,5}$/.test(text) && port > 0 && port < 65_536) return port;
  throw new InvalidArgumentError('A port is a number from 1 to 65535.');
}
