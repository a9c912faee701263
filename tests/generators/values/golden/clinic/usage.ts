import {
  AnimalId,
  type AnimalOnWire,
  ChipId,
  createClient,
  getAnimal,
  type LogEntry,
  type Transport,
  unwrap,
} from './index.js';

const client = createClient();
const animalId = AnimalId('7b0f3f3e-6f5c-4b7e-9a49-0d6f1b0a5c11');

export async function uses(): Promise<void> {
  const animal = await unwrap(client.getAnimal({ path: { animalId }, query: { at: new Date(), chips: [ChipId(1n)] } }));
  animal.born.getTime() satisfies number;
  animal.chip satisfies bigint | undefined;
  animal.id satisfies string;
  // A date without a time is a text.
  animal.birthday satisfies string | undefined;
  for (const event of await unwrap(client.listEvents())) {
    if (event.kind === 'visit') event.value satisfies bigint | undefined;
    if (event.kind === 'rename') event.value satisfies string | undefined;
    if (event.kind === 'move') event.value satisfies Date | undefined;
  }
  const entry: LogEntry = await unwrap(client.getLog());
  entry.when satisfies string | undefined;
  if ('animal' in entry) entry.animal satisfies AnimalOnWire | undefined;
}

export async function misuses(transport: Transport): Promise<void> {
  // @ts-expect-error: any text is no animal's id
  await getAnimal(transport, { path: { animalId: 'rex' } });
  // @ts-expect-error: a chip is no animal
  await getAnimal(transport, { path: { animalId: ChipId(1n) } });
  // @ts-expect-error: a text is no date
  await getAnimal(transport, { path: { animalId }, query: { at: '2026-01-31T12:00:00Z' } });
  // @ts-expect-error: a number may not be exact
  ChipId(9007199254740993);
}
