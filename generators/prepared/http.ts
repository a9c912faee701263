import type {
  Header,
  HttpContract,
  HttpOperation,
  MediaType,
  RequestBody,
  Response,
  SecurityRequirement,
} from '../../core/contract/model.ts';
import type { Diagnostic } from '../../core/diagnostics/diagnostic.ts';
import type { Json, JsonObject } from '../../core/source/json.ts';
import { functionName, NameScope, operationName, typeName } from '../typescript/names.ts';
import type { PrepareOptions } from './options.ts';
import { ParameterPrinter } from './parameters.ts';
import { members, Preparing } from './preparing.ts';
import { isSafe, safeProse } from './safe-text.ts';
import { printSchema } from './schema.ts';
import { printScheme } from './security-scheme.ts';
import { safeTemplate } from './template.ts';
import { withoutRanges } from './without-ranges.ts';

/**
 * The contract printed back as OpenAPI 3.1, for emitters that are not ours: names that need no escaping, references to
 * schemas only, discriminators written out in their variants, nothing that is not about the wire. What cannot be said
 * safely is left out and reported.
 */
export function prepareOpenApi(
  contract: HttpContract,
  report: (diagnostic: Diagnostic) => void,
  { statusRanges = true, structuredPlaces = true, delimitedStyles = true, cookies = true }: PrepareOptions = {},
): JsonObject {
  const preparing = new Preparing(contract.schemas, report);
  const printer = new HttpPrinter(contract, preparing, { statusRanges, structuredPlaces, delimitedStyles, cookies });
  const paths = printer.paths();
  const schemas = [...contract.schemas].map(([name, schema]): [string, JsonObject] => {
    const safe = preparing.nameOf(name);
    return [safe, printSchema(schema, safe, preparing)];
  });
  return members({
    openapi: '3.1.1',
    info: members({
      title: safeProse(contract.info.title) ?? 'API',
      version: /^[\w.+-]+$/.test(contract.info.version) ? contract.info.version : '0.0.0',
      description: safeProse(contract.info.description),
    }),
    servers: serversOf(contract),
    paths,
    components: members({
      schemas: Object.fromEntries([...schemas, ...preparing.hoisted]),
      securitySchemes: printer.securitySchemes(),
    }),
  });
}

/** Only addresses that are complete: templates of servers mean little to emitters. */
function serversOf({ servers }: HttpContract): readonly Json[] | undefined {
  const plain = servers.filter(({ url, variables }) => url !== '/' && variables.length === 0 && isSafe(url));
  return plain.length === 0 ? undefined : plain.map(({ url }) => ({ url }));
}

const methods = new Set(['get', 'put', 'post', 'delete', 'options', 'head', 'patch', 'trace']);

class HttpPrinter {
  readonly #contract: HttpContract;
  readonly #preparing: Preparing;
  readonly #parameters: ParameterPrinter;
  readonly #statusRanges: boolean;
  readonly #operationIds = new NameScope();
  readonly #schemeNames: ReadonlyMap<string, string>;

  constructor(contract: HttpContract, preparing: Preparing, options: Required<PrepareOptions>) {
    this.#contract = contract;
    this.#preparing = preparing;
    this.#parameters = new ParameterPrinter(contract, preparing, options);
    this.#statusRanges = options.statusRanges;
    const scope = new NameScope();
    this.#schemeNames = new Map(
      [...contract.securitySchemes.keys()].map((name) => [name, scope.unique(typeName(name))]),
    );
  }

  paths(): JsonObject {
    const printed = new Map<string, Record<string, Json>>();
    for (const { path, operations } of this.#contract.paths) {
      for (const operation of operations) {
        if (!methods.has(operation.method)) {
          const message = `The method ${operation.method} is left out: OpenAPI 3.1 has no place for it.`;
          this.#preparing.leaveOut('method', operation.location, message);
          continue;
        }
        const { template, names } = safeTemplate(path);
        if (decodeURIComponent(template).includes('%')) {
          // Emitters decode it more than once.
          const message = `The path ${path} is left out: not every emitter can read its percent sign.`;
          this.#preparing.leaveOut('path', operation.location, message);
          continue;
        }
        const item = printed.get(template) ?? {};
        item[operation.method] = this.#operation(operation, names);
        printed.set(template, item);
      }
    }
    return Object.fromEntries(printed);
  }

  securitySchemes(): JsonObject | undefined {
    const entries = [...this.#contract.securitySchemes].flatMap(([name, scheme]): Array<[string, Json]> => {
      const printed = printScheme(scheme);
      return printed === undefined ? [] : [[this.#schemeNames.get(name) ?? name, printed]];
    });
    return entries.length === 0 ? undefined : Object.fromEntries(entries);
  }

  #operation(operation: HttpOperation, pathNames: ReadonlyMap<string, string>): JsonObject {
    const { operationId, method, path } = operation;
    const call = operationId ? functionName(operationId) : operationName(method, path);
    const safeId = this.#operationIds.unique(call);
    const hint = typeName(safeId);
    const parameters = this.#parameters.print(operation, hint, pathNames);
    const stated = this.#statusRanges ? operation.responses : withoutRanges(operation.responses);
    const responses = stated.flatMap((one): Array<[string, Json]> => {
      if (/^([1-5]\d\d|[1-5]XX|default)$/i.test(one.status)) return [[one.status, this.#response(one, hint)]];
      this.#preparing.leaveOut('status', one.location, `The response ${one.status} is left out: it is no status.`);
      return [];
    });
    return members({
      operationId: safeId,
      summary: safeProse(operation.summary),
      description: safeProse(operation.description),
      tags: tagsOf(operation),
      deprecated: operation.deprecated || undefined,
      parameters: parameters.length === 0 ? undefined : parameters,
      requestBody: operation.requestBody && this.#body(operation.requestBody, hint),
      // It may be missing since 3.1, but not be empty.
      responses: responses.length === 0 ? undefined : Object.fromEntries(responses),
      security: operation.security.length === 0 ? undefined : operation.security.map((one) => this.#requirement(one)),
    });
  }

  #body(body: RequestBody, hint: string): JsonObject {
    return members({
      required: body.required || undefined,
      description: safeProse(body.description),
      content: this.#content(body.content, `${hint} body`),
    });
  }

  #response(response: Response, hint: string): JsonObject {
    const headers = response.headers.flatMap((one) => this.#header(one, hint) ?? []);
    return members({
      description: safeProse(response.description) ?? response.status,
      headers: headers.length === 0 ? undefined : Object.fromEntries(headers),
      content:
        response.content.length === 0
          ? undefined
          : this.#content(response.content, `${hint} response ${response.status}`),
    });
  }

  #header(header: Header, hint: string): Array<[string, Json]> | undefined {
    if (!/^[\w.~-]+$/.test(header.name)) return undefined;
    const schema = header.schema ?? header.content?.schema;
    const printed = members({
      description: safeProse(header.description),
      required: header.required || undefined,
      schema: schema === undefined ? {} : printSchema(schema, `${hint} ${header.name}`, this.#preparing),
    });
    return [[header.name, printed]];
  }

  #content(content: readonly MediaType[], hint: string): JsonObject {
    const entries = content.flatMap(({ name, schema }): Array<[string, Json]> => {
      const type = name.split(';')[0]?.trim() ?? '';
      if (!/^[\w.+*-]+\/[\w.+*-]+$/.test(type)) return [];
      return [[type, members({ schema: schema && printSchema(schema, hint, this.#preparing) })]];
    });
    return Object.fromEntries(entries);
  }

  #requirement({ schemes }: SecurityRequirement): JsonObject {
    const entries = [...schemes].flatMap(([name, scopes]): Array<[string, Json]> => {
      const safe = this.#schemeNames.get(name);
      return safe === undefined ? [] : [[safe, scopes.filter(isSafe)]];
    });
    return Object.fromEntries(entries);
  }
}

function tagsOf({ tags }: HttpOperation): readonly string[] | undefined {
  const safe = tags.filter((tag) => isSafe(tag) && tag !== '');
  return safe.length === 0 ? undefined : safe;
}
