import { posix } from 'node:path';
import type { EventOperation } from '../../contract/model.ts';
import { isArray, isObject, type Json } from '../../source/json.ts';
import { placeInside } from '../place-inside.ts';
import type { CrossRule } from './cross-rule.ts';

export const eventPartyExists: CrossRule = {
  id: 'event-party-exists',
  ruleset: 'ai2text',
  severity: 'error',
  summary: 'The producer and the consumers that an event names are services with a contract.',
  why: 'Who must be told before an event changes is read from these names. A misspelt one is nobody.',
  fix: 'Write the name of the folder that holds the service’s HTTP contract.',
  check(contracts, report) {
    const services = new Set(
      contracts.flatMap(({ path, contract }) =>
        contract.kind === 'http' ? [posix.basename(posix.dirname(path))] : [],
      ),
    );
    for (const { contract } of contracts) {
      if (contract.kind !== 'event') continue;
      for (const operation of contract.operations) {
        for (const { service, pointer } of partiesOf(operation)) {
          if (services.has(service)) continue;
          const message = `No service here is called "${service}". Write the name of the folder with its HTTP contract.`;
          report({ location: placeInside(operation.location, pointer), message });
        }
      }
    }
  },
};

interface Party {
  readonly service: string;
  readonly pointer: string;
}

/** `x-producer: asr`, and `x-consumers` as a list of names or of objects with a `service`. */
function partiesOf({ extensions }: EventOperation): readonly Party[] {
  const producer = extensions.get('x-producer');
  const consumers = extensions.get('x-consumers');
  const listed = isArray(consumers) ? consumers : [];
  return [...partyAt(producer, '/x-producer'), ...listed.flatMap((one, i) => partyAt(one, `/x-consumers/${i}`))];
}

function partyAt(value: Json | undefined, pointer: string): readonly Party[] {
  if (typeof value === 'string') return [{ service: value, pointer }];
  const service = isObject(value) ? value.service : undefined;
  return typeof service === 'string' ? [{ service, pointer: `${pointer}/service` }] : [];
}
