/** One instruction of a Dockerfile: `COPY --from=build /app ./`. */
export interface Instruction {
  readonly line: number;
  /** In upper case. */
  readonly name: string;
  /** `--from=build` is `from: 'build'`. */
  readonly flags: Readonly<Record<string, string>>;
  /** What follows the flags, its lines joined. */
  readonly text: string;
}

export interface Stage {
  readonly name: string;
  readonly base: string;
  readonly instructions: readonly Instruction[];
}

/** The stages of a Dockerfile, in order. Reads what this repository's files use: no here-documents, no `ARG`. */
export function readDockerfile(text: string): readonly Stage[] {
  const stages: { name: string; base: string; instructions: Instruction[] }[] = [];
  for (const instruction of instructionsOf(text)) {
    if (instruction.name === 'FROM') {
      const [base = '', , name = String(stages.length)] = instruction.text.split(/\s+/);
      stages.push({ name, base, instructions: [] });
      continue;
    }
    const stage = stages.at(-1);
    if (stage === undefined) throw new Error(`line ${instruction.line}: ${instruction.name} stands before FROM.`);
    stage.instructions.push(instruction);
  }
  return stages;
}

/** The words of an instruction in its JSON form: `["node", "main.ts"]`; undefined for the shell form. */
export function jsonForm(text: string): readonly string[] | undefined {
  if (!text.startsWith('[')) return undefined;
  const words: unknown = JSON.parse(text);
  return Array.isArray(words) && words.every((word) => typeof word === 'string') ? words : undefined;
}

function instructionsOf(text: string): readonly Instruction[] {
  const found: Instruction[] = [];
  let begun: { line: number; text: string } | undefined;
  for (const [place, line] of text.split('\n').entries()) {
    if (/^\s*(#|$)/.test(line)) continue;
    begun ??= { line: place + 1, text: '' };
    begun.text += line.replace(/\\\s*$/, ' ').trim();
    if (/\\\s*$/.test(line)) begun.text += ' ';
    else {
      found.push(instructionOf(begun.line, begun.text));
      begun = undefined;
    }
  }
  return found;
}

function instructionOf(line: number, text: string): Instruction {
  const [, name = '', rest = ''] = /^(\S+)\s*(.*)$/.exec(text) ?? [];
  const flags: Record<string, string> = {};
  let left = rest;
  for (let flag = nextFlag(left); flag !== null; flag = nextFlag(left)) {
    flags[flag[1] ?? ''] = flag[2] ?? '';
    left = left.slice(flag[0].length);
  }
  return { line, name: name.toUpperCase(), flags, text: left.trim() };
}

function nextFlag(text: string): RegExpExecArray | null {
  return /^\s*--([a-z-]+)=(\S+)/.exec(text);
}
