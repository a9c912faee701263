import type { Node } from '../../source/node.ts';
import type { OAuthFlow, SecurityRequirement, SecurityScheme } from '../model.ts';

import type { Reading } from './reading.ts';

/** The security schemes of one document, and the requirements that name them. */
export class Security {
  readonly #reading: Reading;
  readonly #schemes = new Map<string, SecurityScheme>();
  /** Names by the place of a component and by the place that its reference leads to. */
  readonly #names = new Map<string, string>();

  constructor(reading: Reading) {
    this.#reading = reading;
    for (const [name, node] of this.#declared()?.entries() ?? []) {
      const scheme = reading.reach(node, 'securityScheme');
      if (scheme !== undefined) this.#add(name, node, scheme);
    }
  }

  get schemes(): ReadonlyMap<string, SecurityScheme> {
    return this.#schemes;
  }

  /** 2.x lists maps of names, 3.x the schemes themselves, as a rule by reference. */
  readRequirements(list: Node | undefined): readonly SecurityRequirement[] {
    const items = (list?.items() ?? []).filter((item) => item.isObject);
    if (this.#reading.isV2) return items.map((item) => this.#byNames(item));
    return items.flatMap((item) => this.#byScheme(item) ?? []);
  }

  #declared(): Node | undefined {
    return this.#reading.context.root.get('components')?.get('securitySchemes');
  }

  #byNames(item: Node): SecurityRequirement {
    const schemes = new Map<string, readonly string[]>();
    for (const [name, scopes] of item.entries()) {
      const component = this.#declared()?.get(name);
      if (component !== undefined) this.#reading.context.references.use(component, scopes, 'securityScheme');
      schemes.set(name, item.strings(name));
    }
    return { location: item.location(), schemes };
  }

  #byScheme(item: Node): SecurityRequirement | undefined {
    const scheme = this.#reading.reach(item, 'securityScheme');
    if (scheme === undefined) return undefined;
    const first = this.#reading.step(item, 'securityScheme') ?? scheme;
    const name = this.#names.get(first.place) ?? this.#names.get(scheme.place) ?? this.#addInline(item, scheme);
    return { location: item.location(), schemes: new Map([[name, scheme.strings('scopes')]]) };
  }

  /** A scheme that is no component gets a name that no component can have. */
  #addInline(item: Node, scheme: Node): string {
    const name = item === scheme || !item.has('$ref') ? `inline:${scheme.pointer}` : `inline:${scheme.place}`;
    this.#add(name, scheme, scheme);
    return name;
  }

  #add(name: string, node: Node, scheme: Node): void {
    this.#names.set(node.place, name);
    if (!this.#names.has(scheme.place)) this.#names.set(scheme.place, name);
    this.#schemes.set(name, schemeOf(name, scheme));
  }
}

function schemeOf(name: string, node: Node): SecurityScheme {
  const flows = (node.get('flows')?.entries() ?? [])
    .filter(([type]) => !type.startsWith('x-'))
    .map(([type, flow]) => flowOf(type, flow));
  return {
    location: node.location(),
    name,
    type: node.string('type') ?? '',
    description: node.string('description'),
    scheme: node.string('scheme')?.toLowerCase(),
    bearerFormat: node.string('bearerFormat'),
    parameterName: node.string('name'),
    in: node.string('in'),
    scopes: new Map(flows.flatMap(({ scopes }) => [...scopes])),
    flows,
    oauth2MetadataUrl: undefined,
    openIdConnectUrl: node.string('openIdConnectUrl'),
    deprecated: false,
  };
}

function flowOf(type: string, node: Node): OAuthFlow {
  // 2.x calls them `scopes`, 3.x `availableScopes`.
  const scopes = (node.get('availableScopes') ?? node.get('scopes'))?.entries() ?? [];
  return {
    location: node.location(),
    type,
    authorizationUrl: node.string('authorizationUrl'),
    tokenUrl: node.string('tokenUrl'),
    refreshUrl: node.string('refreshUrl'),
    deviceAuthorizationUrl: undefined,
    scopes: new Map(scopes.map(([scope, { value }]) => [scope, typeof value === 'string' ? value : ''])),
  };
}
