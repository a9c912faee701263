import type { Diagnostic } from '../../core/diagnostics/diagnostic.ts';
import { prepareJsonSchema } from '../prepared/json-schema.ts';
import type { Adapter } from './adapter.ts';
import { loadPeer } from './load-peer.ts';

/** What is used of `@asyncapi/modelina`, which is far too large to be installed for its types. */
interface Modelina {
  readonly [generator: string]: new () => {
    generateCompleteModels(
      input: unknown,
      options: Readonly<Record<string, string>>,
    ): Promise<ReadonlyArray<{ readonly modelName: string; readonly result: string }>>;
  };
}

interface Language {
  readonly name: string;
  readonly generator: string;
  readonly extension: string;
  /** What a complete file needs to know. */
  readonly options: Readonly<Record<string, string>>;
}

const languages = {
  csharp: { name: 'C#', generator: 'CSharpGenerator', extension: 'cs', options: { namespace: 'Contracts' } },
  go: { name: 'Go', generator: 'GoGenerator', extension: 'go', options: { packageName: 'contracts' } },
  java: { name: 'Java', generator: 'JavaGenerator', extension: 'java', options: { packageName: 'contracts' } },
  kotlin: { name: 'Kotlin', generator: 'KotlinGenerator', extension: 'kt', options: { packageName: 'contracts' } },
  rust: { name: 'Rust', generator: 'RustGenerator', extension: 'rs', options: {} },
  typescript: {
    name: 'TypeScript',
    generator: 'TypeScriptGenerator',
    extension: 'ts',
    options: { exportType: 'named' },
  },
} satisfies Readonly<Record<string, Language>>;

/** Models of every schema in another language, printed by Modelina from a prepared JSON Schema. */
export function modelina(key: keyof typeof languages): Adapter {
  const id = `modelina-${key}`;
  const language: Language = languages[key];
  return {
    id,
    summary: `Models of every schema in ${language.name}, printed by Modelina from prepared schemas`,
    accepts: ['http', 'event'],
    async generate(contract) {
      const diagnostics: Diagnostic[] = [];
      const { document, root } = prepareJsonSchema(contract, (one) => diagnostics.push(one));
      // The name is not written where the bundler and the compiler look for packages: it need not be installed.
      const name = '@asyncapi/modelina';
      const emitters = await loadPeer<Modelina>(id, () => import(name), name);
      const Generator = emitters[language.generator];
      if (Generator === undefined) throw new Error(`${name} has no ${language.generator}.`);
      const models = await new Generator().generateCompleteModels(document, language.options);
      const own = models.filter(({ modelName, result }) => modelName !== '' && modelName !== root && result !== '');
      const files = own.map(({ modelName, result }) => ({
        path: `${modelName}.${language.extension}`,
        text: `${result.trimEnd()}\n`,
      }));
      return { files, diagnostics };
    },
  };
}
