import type { HttpContract, HttpOperation, Parameter } from '../../core/contract/model.ts';
import type { Schema } from '../../core/contract/schema.ts';
import { emptySchema } from '../../core/contract/schemas/draft.ts';
import type { JsonObject } from '../../core/source/json.ts';
import type { PrepareOptions } from './options.ts';
import { members, type Preparing } from './preparing.ts';
import { isSafe, safeProse } from './safe-text.ts';
import { printSchema } from './schema.ts';

/** Prints the parameters of operations as far as the emitter can send them. */
export class ParameterPrinter {
  readonly #contract: HttpContract;
  readonly #preparing: Preparing;
  readonly #options: Required<PrepareOptions>;

  constructor(contract: HttpContract, preparing: Preparing, options: Required<PrepareOptions>) {
    this.#contract = contract;
    this.#preparing = preparing;
    this.#options = options;
  }

  /** `pathNames` leads from the names of the path template to those that are printed. */
  print({ parameters }: HttpOperation, hint: string, pathNames: ReadonlyMap<string, string>): JsonObject[] {
    const printed = parameters.flatMap((one) => this.#parameter(one, hint, pathNames));
    const declared = new Set(parameters.filter(({ in: place }) => place === 'path').map(({ name }) => name));
    // A place in the path that nobody declares would be a free variable in what some emitters print.
    const missing = [...pathNames].filter(([name]) => !declared.has(name));
    const texts = missing.map(([, name]) => ({ name, in: 'path', required: true, schema: { type: 'string' } }));
    return [...printed, ...texts];
  }

  #parameter(parameter: Parameter, hint: string, pathNames: ReadonlyMap<string, string>): JsonObject[] {
    const { in: place, location } = parameter;
    const name = place === 'path' ? pathNames.get(parameter.name) : parameter.name;
    if (name === undefined) return [];
    if (place === 'querystring' || !isSafe(name) || name === '') {
      const message = `The parameter ${JSON.stringify(name)} is left out: not every emitter can send it.`;
      this.#preparing.leaveOut('parameter', location, message);
      return [];
    }
    if (place === 'cookie' && !this.#options.cookies) {
      this.#preparing.leaveOut('parameter', location, `The cookie ${name} is left out: the emitter sends no cookies.`);
      return [];
    }
    const schema = this.#schemaOf(parameter);
    const { style, explode } = parameter;
    const isDefault =
      place === 'path' || place === 'header' ? style === 'simple' && !explode : style === 'form' && explode;
    const hasStyle = parameter.content === undefined && !isDefault && !this.#isSentAsText(parameter);
    const printed = members({
      name,
      in: place,
      required: place === 'path' ? true : parameter.required || undefined,
      deprecated: parameter.deprecated || undefined,
      description: safeProse(parameter.description),
      ...(hasStyle ? { style, explode } : {}),
      schema: schema === undefined ? {} : printSchema(schema, `${hint} ${name}`, this.#preparing),
    });
    return [printed];
  }

  #schemaOf(parameter: Parameter): Schema | undefined {
    const stated = parameter.schema ?? parameter.content?.schema;
    if (stated === undefined || !this.#isSentAsText(parameter) || this.#isScalar(stated)) return stated;
    return { ...emptySchema(stated.location), types: ['string'] };
  }

  #isSentAsText({ in: place, style }: Parameter): boolean {
    const { structuredPlaces, delimitedStyles } = this.#options;
    if (place === 'path' || place === 'header') return !structuredPlaces;
    return style === 'tabDelimited' || (!delimitedStyles && /^(space|pipe)Delimited$/.test(style));
  }

  #isScalar(schema: Schema): boolean {
    const { types } = past(schema, this.#contract);
    return types !== undefined && !types.includes('array') && !types.includes('object');
  }
}

/** What a schema that is nothing but a reference stands for. */
function past(schema: Schema, { schemas }: HttpContract): Schema {
  let at = schema;
  for (let steps = 0; at.ref !== undefined && at.types === undefined && steps < 20; steps++) {
    at = schemas.get(at.ref) ?? { ...at, ref: undefined };
  }
  return at;
}
