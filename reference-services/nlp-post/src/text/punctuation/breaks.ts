import { readNumber } from '../numbers/read-number.ts';
import { type Token, wordAt } from '../tokens.ts';
import { dangling, leading, openers, soft } from './sentence-cues.ts';

/** A place where the speaker paused, as recognition heard it: after the character before the offset. */
export interface Pause {
  readonly offset: number;
  readonly seconds: number;
}

const [sentencePause, commaPause] = [0.7, 0.35];

/** So many words make a sentence that another may follow without a pause. */
const leastWords = 5;

export interface Breaks {
  /** The places of tokens that begin a sentence; the first token always does. */
  readonly sentences: readonly number[];
  /** The places of tokens that a comma stands before because of a pause. */
  readonly commas: ReadonlySet<number>;
}

/** Where sentences begin, in text without punctuation: after long pauses, and at words that open one. */
export function breaksOf(tokens: readonly Token[], pauses: readonly Pause[]): Breaks {
  const sentences = [0];
  const commas = new Set<number>();
  let start = 0;
  let next = 0;
  for (let index = 1; index < tokens.length; index += 1) {
    const token = tokens[index];
    const before = tokens[index - 1];
    if (token === undefined || before === undefined) continue;
    let seconds = 0;
    for (let pause = pauses[next]; pause !== undefined && pause.offset <= token.start; pause = pauses[next]) {
      if (pause.offset >= before.end) seconds = Math.max(seconds, pause.seconds);
      next += 1;
    }
    const isFree = !leading.has(before.lower);
    const isPaused = seconds >= sentencePause && !dangling.has(before.lower);
    if (isEnd(before) || isPaused || (isFree && opens(tokens, start, index))) {
      sentences.push(index);
      start = index;
    } else if (isFree && seconds >= commaPause && index - start > 2) commas.add(index);
  }
  return { sentences, commas };
}

function isEnd({ kind, text }: Token): boolean {
  return kind === 'mark' && /[.?!…]/.test(text);
}

function opens(tokens: readonly Token[], start: number, index: number): boolean {
  if (index - start < leastWords) return false;
  const opener = openers.at(tokens, index);
  if (opener !== undefined)
    return !soft.has(opener.value) || (index - start >= leastWords + 3 && goesOn(tokens, opener.end));
  return isCall(tokens, index);
}

/** Something has to come after it: a time word at the end belongs to what was before it. */
function goesOn(tokens: readonly Token[], index: number): boolean {
  return index + 3 < tokens.length;
}

/** `gọi` with a telephone number begins a request. */
function isCall(tokens: readonly Token[], index: number): boolean {
  if (wordAt(tokens, index) !== 'gọi') return false;
  const place = wordAt(tokens, index + 1) === 'số' ? index + 2 : index + 1;
  const target = tokens[place];
  return (
    target?.kind === 'placeholder' ||
    target?.kind === 'digits' ||
    (readNumber(tokens, place) !== undefined && place > index + 1)
  );
}
