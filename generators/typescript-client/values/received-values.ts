import type { HttpContract } from '../../../core/contract/model.ts';
import type { Schema, SchemaName } from '../../../core/contract/schema.ts';
import type { GeneratedFile, TargetOptions } from '../../target.ts';
import { printImports } from '../../typescript/imports.ts';
import { functionName, NameScope } from '../../typescript/names.ts';
import type { ContractTypes } from '../../typescript/types/index.ts';
import { type Places, placesOf } from './places.ts';
import { flatPlaces, printPlaces } from './print-places.ts';
import type { ValuePlan } from './value-plan.ts';

/** The name under which `operations.ts` imports `values.ts`. */
export const valuesImport = 'values';

/**
 * Where responses hold values to convert: a constant for each schema that has some, in a file of its own, and an expression
 * beside the operation that mentions it.
 */
export class ReceivedValues {
  readonly #contract: HttpContract;
  readonly #plan: ValuePlan;
  readonly #types: ContractTypes;
  readonly #scope = new NameScope();
  readonly #names = new Map<SchemaName, string>();
  readonly #constants: Constant[] = [];

  constructor(contract: HttpContract, plan: ValuePlan, types: ContractTypes) {
    this.#contract = contract;
    this.#plan = plan;
    this.#types = types;
  }

  /** The places in a body of that schema as an expression for `operations.ts`; longer ones get the name that is hinted at. */
  textFor(schema: Schema | undefined, hint: string): string | undefined {
    const places = schema === undefined ? undefined : this.#placesOf(schema, undefined);
    if (places === undefined) return undefined;
    const text = flatPlaces(places, (name) => `${valuesImport}.${this.#nameOf(name)}`);
    if (text.length <= longest) return text;
    const name = this.#scope.unique(functionName(hint));
    this.#constants.push({ name, places });
    return `${valuesImport}.${name}`;
  }

  /** What `operations.ts` imports beside types and the runtime. */
  imports({ importExtension }: TargetOptions): string {
    return this.#constants.length === 0
      ? ''
      : `import * as ${valuesImport} from './${valuesImport}${importExtension}';\n`;
  }

  /** `values.ts`; none where no response holds such values. */
  file(header: string, { importExtension }: TargetOptions): readonly GeneratedFile[] {
    const texts: string[] = [];
    // Printing one may name the next.
    for (let i = 0; i < this.#constants.length; i++) {
      const constant = this.#constants[i];
      if (constant !== undefined) texts.push(this.#print(constant));
    }
    if (texts.length === 0) return [];
    const from = `./runtime/value-places${importExtension}`;
    const imports = printImports([{ names: ['ValuePlaces'], from, typeOnly: true }]);
    return [{ path: `${valuesImport}.ts`, text: [`${header}\n${imports}`, ...texts].join('\n') }];
  }

  #print({ name, places }: Constant): string {
    const start = `export const ${name}: ValuePlaces = `;
    const text =
      places === undefined
        ? '[]'
        : printPlaces(places, (other) => `() => ${this.#nameOf(other)}`, { column: start.length });
    return `${start}${text};\n`;
  }

  #nameOf(schema: SchemaName): string {
    const known = this.#names.get(schema);
    if (known !== undefined) return known;
    const name = this.#scope.unique(functionName(this.#types.names.of(schema, 'output')));
    this.#names.set(schema, name);
    const target = this.#contract.schemas.get(schema);
    this.#constants.push({ name, places: target === undefined ? undefined : this.#placesOf(target, schema) });
    return name;
  }

  #placesOf(schema: Schema, owner: SchemaName | undefined): Places | undefined {
    const { schemas } = this.#contract;
    const { cycles } = this.#types.context('output', new Set());
    return placesOf(schema, { schemas, cycles, plan: this.#plan, owner });
  }
}

interface Constant {
  readonly name: string;
  readonly places: Places | undefined;
}

/** What does not fit on the line of its media type reads better under a name. */
const longest = 48;
