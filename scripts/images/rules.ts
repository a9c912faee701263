import { type Instruction, jsonForm, type Stage } from './dockerfile.ts';

/** What is wrong with a Dockerfile: the rules of hadolint that concern ours, by their numbers, and two of our own. */
export function faultsOf(stages: readonly Stage[]): readonly string[] {
  const last = stages.at(-1);
  if (last === undefined) return ['there is no FROM'];
  const all = stages.flatMap(({ instructions }) => instructions);
  const has = (name: string) => last.instructions.some((instruction) => instruction.name === name);
  return [
    ...stages
      .filter(({ base }) => !/:\d+\.\d+\.\d+/.test(base))
      .map(({ base }) => `DL3006: ${base} names no exact version`),
    ...all.flatMap(faultsIn),
    ...(userOf(last) === undefined || /^(0|root)\b/.test(userOf(last) ?? '')
      ? ['DL3002: the service runs as root']
      : []),
    ...(has('HEALTHCHECK') ? [] : ['DL3057: there is no HEALTHCHECK']),
    ...(stages.length > 1 ? [] : ['it has one stage, so that what builds it is shipped']),
    ...(last.instructions.some(({ name }) => name === 'RUN') ? ['the last stage runs something'] : []),
  ];
}

export function userOf(stage: Stage): string | undefined {
  return stage.instructions.findLast(({ name }) => name === 'USER')?.text;
}

function faultsIn({ line, name, text }: Instruction): readonly string[] {
  const at = (fault: string) => `${fault} (line ${line})`;
  if (name === 'ADD') return [at('DL3020: COPY instead of ADD')];
  if (name === 'WORKDIR' && !text.startsWith('/')) return [at('DL3000: WORKDIR has to be absolute')];
  if ((name === 'CMD' || name === 'ENTRYPOINT') && jsonForm(text) === undefined)
    return [at('DL3025: CMD in JSON form')];
  if (name === 'RUN' && /\b(sudo|npm install)\b/.test(text))
    return [at('DL3004, DL3016: neither sudo nor npm install')];
  return [];
}
