import { code, escapeLine } from '../../generators/markdown/text.ts';
import { renderTemplate } from '../../generators/render.ts';
import type { GeneratedFile } from '../../generators/target.ts';
import packageJson from '../../package.json' with { type: 'json' };
import { printJson } from './print-json.ts';
import type { NewService } from './service.ts';

interface Needs {
  readonly http: boolean;
  readonly nats: boolean;
}

/** What surrounds the code of a service of either kind. */
export function packageFiles(service: NewService, needs: Needs): readonly GeneratedFile[] {
  const { name, port, health, copied, contract, title, targets } = service;
  const view = {
    name,
    port: String(port),
    hasHealth: health !== undefined,
    health: health ?? '/',
    http: needs.http,
    nats: needs.nats,
    title: escapeLine(title),
    contract: code(contract),
    copied,
    targets: targets.map(code).join(' and '),
  };
  const render = (path: string, template: string): GeneratedFile => ({
    path,
    text: renderTemplate('new-service', template, view),
  });
  return [
    { path: 'package.json', text: printJson(manifest(service, needs)) },
    { path: 'tsconfig.json', text: printJson(compilerSettings) },
    { path: 'ai2text-contracts.config.json', text: printJson(configuration(service)) },
    { path: '.gitignore', text: 'node_modules/\n*.log\n' },
    { path: '.dockerignore', text: '*\n!package.json\n!package-lock.json\n!generated\n!src\n' },
    render('Dockerfile', 'dockerfile'),
    render('README.md', 'readme'),
  ];
}

function manifest({ name, title }: NewService, needs: Needs) {
  return {
    name,
    version: '0.1.0',
    description: `A service for ${title}`,
    private: true,
    type: 'module',
    engines: { node: '>=22.18' },
    scripts: {
      start: 'node src/main.ts',
      test: 'vitest run',
      typecheck: 'tsc',
      generate: 'ai2text-contracts generate',
      'generate:check': 'ai2text-contracts generate --check',
    },
    dependencies: versions([
      '@cfworker/json-schema',
      ...(needs.http ? ['@hono/node-server', 'hono'] : []),
      ...(needs.nats ? ['@nats-io/jetstream', '@nats-io/transport-node'] : []),
    ]),
    devDependencies: {
      ...versions(['@types/node']),
      'ai2text-contracts': `^${packageJson.version}`,
      ...versions(['typescript', 'vitest']),
    },
  };
}

/** Those that this tool itself is tested with. */
function versions(names: readonly string[]): Readonly<Record<string, string>> {
  const known: Readonly<Record<string, string>> = { ...packageJson.dependencies, ...packageJson.devDependencies };
  return Object.fromEntries(
    names.map((name) => {
      const range = known[name];
      if (range === undefined) throw new Error(`The package ${name} is not tested with`);
      return [name, range];
    }),
  );
}

const compilerSettings = {
  compilerOptions: {
    target: 'es2024',
    lib: ['es2024'],
    module: 'nodenext',
    types: ['node'],
    strict: true,
    noUncheckedIndexedAccess: true,
    exactOptionalPropertyTypes: true,
    noImplicitOverride: true,
    verbatimModuleSyntax: true,
    erasableSyntaxOnly: true,
    allowImportingTsExtensions: true,
    skipLibCheck: true,
    noEmit: true,
  },
  include: ['generated', 'src', 'test'],
};

function configuration({ contract, copied, targets }: NewService) {
  return {
    $schema: './node_modules/ai2text-contracts/dist/cli/config/config.schema.json',
    // A project validates its own contracts.
    ...(copied && { contracts: [contract] }),
    generate: targets.map((target) => ({
      ...{ contract, target, output: 'generated' },
      options: { importExtension: '.ts' },
    })),
  };
}
