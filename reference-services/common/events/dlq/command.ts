import { parseArgs } from 'node:util';
import type { Bus } from '../bus.ts';
import type { StoredLetter } from '../dead-letters/dead-letters.ts';
import { asJson, asTable, inFull } from './print.ts';

/** The command was called wrongly; the message says how it should be. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

export const usage = `dlq list    [--queue NAME] [--json]
dlq show    --id ID [--json]
dlq replay  --id ID … | --queue NAME | --all
dlq drop    --id ID … | --queue NAME | --all`;

export interface DlqCommand {
  readonly verb: 'list' | 'show' | 'replay' | 'drop';
  readonly ids: readonly string[];
  readonly queue: string | undefined;
  readonly json: boolean;
}

/** Reads the arguments; throws a `UsageError`. */
export function readCommand(args: readonly string[]): DlqCommand {
  const { values, positionals } = parse(args);
  const { id: ids = [], queue, all = false, json = false } = values;
  const [verb, ...rest] = positionals;
  if (verb !== 'list' && verb !== 'show' && verb !== 'replay' && verb !== 'drop') {
    throw new UsageError(verb === undefined ? 'Say what to do.' : `There is no "${verb}".`);
  }
  if (rest[0] !== undefined) throw new UsageError(`"${rest[0]}" is one word too many.`);
  const given = [ids.length > 0, queue !== undefined, all].filter(Boolean).length;
  if (verb === 'list' && (ids.length > 0 || all)) throw new UsageError('"list" takes --queue only.');
  if (verb === 'show' && (ids.length !== 1 || given !== 1)) throw new UsageError('"show" needs one --id.');
  if ((verb === 'replay' || verb === 'drop') && given !== 1) {
    throw new UsageError(`"${verb}" needs either --id, --queue or --all.`);
  }
  return { verb, ids, queue, json };
}

/** Does what was asked and returns the exit code: 0, or 1 when a letter is not there. */
export async function runCommand(bus: Bus, command: DlqCommand, write: (text: string) => void): Promise<number> {
  const { verb, queue, json } = command;
  const queues = bus.definition.deadLetterQueues.map(({ name }) => name);
  if (queue !== undefined && !queues.includes(queue)) {
    throw new UsageError(`There is no queue ${queue}. The queues are ${queues.join(', ')}.`);
  }
  if (verb === 'list') {
    const letters = await collect(bus, queue);
    write(json ? letters.map(asJson).join('') : asTable(letters));
    return 0;
  }
  // Letters that fail again come to the end of the queue: they are not for this round.
  const ids = command.ids.length > 0 ? command.ids : (await collect(bus, queue)).map(idOf);
  let missing = 0;
  for (const id of ids) {
    const letter = await bus.deadLetters.find(id);
    if (letter === undefined) {
      missing++;
      write(`${id}: there is no such dead letter\n`);
    } else if (verb === 'show') {
      write(json ? asJson(letter) : inFull(letter));
    } else {
      await bus.deadLetters[verb](letter);
      write(`${id}: ${verb === 'replay' ? `sent again to ${letter.durable} on ${letter.address}` : 'dropped'}\n`);
    }
  }
  if (ids.length === 0) write('No dead letters.\n');
  return missing === 0 ? 0 : 1;
}

async function collect(bus: Bus, queue: string | undefined): Promise<readonly StoredLetter[]> {
  const letters: StoredLetter[] = [];
  for await (const letter of bus.deadLetters.list(queue)) letters.push(letter);
  return letters;
}

function idOf({ id }: StoredLetter): string {
  return id;
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        id: { type: 'string', multiple: true },
        queue: { type: 'string' },
        all: { type: 'boolean' },
        json: { type: 'boolean' },
      },
    });
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}
