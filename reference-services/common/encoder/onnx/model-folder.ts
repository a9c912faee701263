import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ConfigurationError } from '../../config.ts';

/** What nobody can read out of the model itself: `encoder.json`, beside it. */
export interface ModelDescription {
  /** `mdl_` and a ULID. */
  readonly id: string;
  readonly name: string;
  readonly version: string;
  /** What is longer is cut off. */
  readonly maxTokens: number;
  /** What some models want before a text that searches, and before one that is searched. */
  readonly queryPrefix: string;
  readonly passagePrefix: string;
}

export interface ModelFolder {
  readonly modelFile: string;
  readonly tokenizer: object;
  readonly tokenizerConfig: object;
  readonly description: ModelDescription;
}

/** `variable` is what the environment names the folder by, for the sentences about what is wrong with it. */
export function readModelFolder(folder: string, variable: string): ModelFolder {
  const names = ['model.onnx', 'tokenizer.json', 'tokenizer_config.json', 'encoder.json'];
  const missing = names.filter((name) => !existsSync(join(folder, name)));
  if (missing.length > 0) {
    const list = new Intl.ListFormat('en').format(missing);
    throw new ConfigurationError([
      `${variable} names "${folder}", which lacks ${list}. Set it to a folder with ${new Intl.ListFormat('en').format(names)}.`,
    ]);
  }
  return {
    modelFile: join(folder, 'model.onnx'),
    tokenizer: readObject(folder, 'tokenizer.json', variable),
    tokenizerConfig: readObject(folder, 'tokenizer_config.json', variable),
    description: describe(readObject(folder, 'encoder.json', variable), folder, variable),
  };
}

function readObject(folder: string, name: string, variable: string): object {
  try {
    const value: unknown = JSON.parse(readFileSync(join(folder, name), 'utf8'));
    if (typeof value === 'object' && value !== null) return value;
  } catch {
    // The sentence below says it all.
  }
  throw new ConfigurationError([`${variable} names "${folder}", whose ${name} is no JSON object.`]);
}

function describe(given: object, folder: string, variable: string): ModelDescription {
  const members = new Map<string, unknown>(Object.entries(given));
  const text = (name: string): string => {
    const value = members.get(name) ?? '';
    return typeof value === 'string' ? value : '';
  };
  const maxTokens = members.get('maxTokens');
  const [id, name, version] = [text('id'), text('name'), text('version')];
  const isId = /^mdl_[0-7][0-9A-HJKMNP-TV-Z]{25}$/.test(id);
  const isVersion = /^\d+\.\d+\.\d+$/.test(version);
  if (isId && isVersion && name !== '' && typeof maxTokens === 'number' && maxTokens >= 16 && maxTokens <= 8192) {
    const prefixes = { queryPrefix: text('queryPrefix'), passagePrefix: text('passagePrefix') };
    return { id, name, version, maxTokens, ...prefixes };
  }
  throw new ConfigurationError([
    `${variable} names "${folder}", whose encoder.json must hold "id" (mdl_ and a ULID), "name", "version" (1.0.0) and ` +
      '"maxTokens" (from 16 to 8192).',
  ]);
}
