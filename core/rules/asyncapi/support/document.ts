import type { EventContract } from '../../../contract/model.ts';
import type { FragmentKind } from '../../../contract/references.ts';
import type { Location } from '../../../diagnostics/location.ts';
import type { Node } from '../../../source/node.ts';
import { parsePointer, printPointer } from '../../../source/pointer.ts';
import { locateReference } from '../../../source/reference.ts';

/** A channel with the text of its address, which is a key in 2.x and a member in 3.x. */
export interface AddressedChannel {
  readonly address: string;
  readonly location: Location;
  readonly parameters: Node | undefined;
}

/** An AsyncAPI document as it is written, for rules about what the model normalises away. */
export class AsyncApiDocument {
  readonly contract: EventContract;
  readonly root: Node;
  /** AsyncAPI 2.x. */
  readonly isV2: boolean;
  #places: Map<string, Node> | undefined;

  constructor(contract: EventContract) {
    this.contract = contract;
    this.root = contract.root;
    this.isV2 = contract.dialect.line.startsWith('2.');
  }

  /** Every object of these kinds, components and other files included, in the order of reading. */
  objects(...kinds: readonly FragmentKind[]): Node[] {
    return this.contract.objects.filter(({ kind }) => kinds.includes(kind)).map(({ node }) => node);
  }

  /** The place that the `$ref` at `node` names, one step away. */
  target(node: Node): string | undefined {
    const reference = node.string('$ref');
    const target = reference === undefined ? undefined : locateReference(reference, node.source.path);
    if (target === undefined || target.kind === 'refused') return undefined;
    const tokens = parsePointer(target.fragment);
    return tokens && `${target.path}#${printPointer(tokens)}`;
  }

  /** What stands behind the references at `node`; undefined where reading has already reported why not. */
  resolve(node: Node): Node | undefined {
    let at: Node | undefined = node;
    for (let steps = 0; at?.has('$ref') && steps < 50; steps++) at = this.step(at);
    return at?.has('$ref') ? undefined : at;
  }

  /** What stands one step behind the reference at `node`. */
  step(node: Node): Node | undefined {
    return this.#at(this.target(node));
  }

  addressedChannels(): AddressedChannel[] {
    if (!this.isV2) return this.objects('channel').flatMap(addressOf);
    return (this.root.get('channels')?.entries() ?? []).map(([address, node]) => {
      const parameters = node.get('parameters') ?? this.resolve(node)?.get('parameters');
      return { address, location: node.location('key'), parameters };
    });
  }

  #at(place: string | undefined): Node | undefined {
    if (place === undefined) return undefined;
    const pointer = place.slice(place.indexOf('#') + 1);
    if (place === `${this.root.source.path}#${pointer}`) return nodeAt(this.root, pointer);
    this.#places ??= new Map(this.contract.objects.map(({ node }) => [node.place, node]));
    return this.#places.get(place);
  }
}

function addressOf(channel: Node): AddressedChannel[] {
  const address = channel.get('address');
  const parameters = channel.get('parameters');
  if (typeof address?.value === 'string') return [{ address: address.value, location: address.location(), parameters }];
  return parameters === undefined ? [] : [{ address: '', location: channel.location(), parameters }];
}

function nodeAt(root: Node, pointer: string): Node | undefined {
  let node: Node | undefined = root;
  for (const token of parsePointer(pointer) ?? []) node = node?.get(token);
  return node;
}
