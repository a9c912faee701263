import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

export const vocabulary = ['[PAD]', '[UNK]', '[CLS]', '[SEP]', 'xin', 'chào', 'tạm', 'biệt', 'a'] as const;
export const dimensions = 8;

/** The vector of each word, by its place in the vocabulary; any numbers will do. */
export function wordVector(id: number): readonly number[] {
  return Array.from({ length: dimensions }, (_, place) => Math.fround(Math.sin(id * 7 + place * 3)));
}

/** A sentence encoder whose vectors can be worked out by hand: it looks up the vector of each token, and that is all. */
export function writeTinyModel(folder: string): void {
  const description = { id: 'mdl_01M45FZWWG7YJDH3B8FAP0Q5RS', name: 'tiny', version: '1.0.0', maxTokens: 16 };
  writeFileSync(join(folder, 'model.onnx'), tinyModel());
  writeFileSync(join(folder, 'tokenizer.json'), JSON.stringify(tokenizer()));
  writeFileSync(join(folder, 'tokenizer_config.json'), JSON.stringify({ tokenizer_class: 'BertTokenizer' }));
  writeFileSync(join(folder, 'encoder.json'), JSON.stringify(description));
}

function tokenizer() {
  const vocab = Object.fromEntries(vocabulary.map((word, id) => [word, id]));
  const special = (id: string) => ({ SpecialToken: { id, type_id: 0 } });
  const text = { Sequence: { id: 'A', type_id: 0 } };
  const specialTokens = ['[CLS]', '[SEP]'].map((id) => [id, { id, ids: [vocab[id]], tokens: [id] }]);
  return {
    version: '1.0',
    added_tokens: [],
    normalizer: { type: 'Lowercase' },
    pre_tokenizer: { type: 'WhitespaceSplit' },
    post_processor: {
      type: 'TemplateProcessing',
      single: [special('[CLS]'), text, special('[SEP]')],
      pair: [],
      special_tokens: Object.fromEntries(specialTokens),
    },
    decoder: null,
    model: {
      type: 'WordPiece',
      unk_token: '[UNK]',
      continuing_subword_prefix: '##',
      max_input_chars_per_word: 100,
      vocab,
    },
  };
}

const float = 1;
const int64 = 7;

/** ONNX is protobuf (onnx.proto): one `Gather` of the tokens' vectors. The attention mask is taken and not looked at. */
function tinyModel(): Uint8Array {
  const weights = Float32Array.from(vocabulary.flatMap((_, id) => wordVector(id)));
  const table = [
    ...[number(1, vocabulary.length), number(1, dimensions), number(2, float)],
    ...[string(8, 'table'), bytes(9, new Uint8Array(weights.buffer))],
  ];
  const gather = [string(1, 'table'), string(1, 'input_ids'), string(2, 'last_hidden_state'), string(4, 'Gather')];
  const graph = [
    ...[message(1, gather), string(2, 'tiny'), message(5, table)],
    ...[
      message(11, value('input_ids', int64, ['batch', 'tokens'])),
      message(11, value('attention_mask', int64, ['batch', 'tokens'])),
    ],
    message(12, value('last_hidden_state', float, ['batch', 'tokens', dimensions])),
  ];
  return concat([number(1, 8), message(7, graph), message(8, [string(1, ''), number(2, 13)])]);
}

function value(name: string, type: number, shape: readonly (string | number)[]): readonly Uint8Array[] {
  const dims = shape.map((size) => message(1, [typeof size === 'number' ? number(1, size) : string(2, size)]));
  return [string(1, name), message(2, [message(1, [number(1, type), message(2, dims)])])];
}

function number(field: number, it: number): Uint8Array {
  return concat([varint(field << 3), varint(it)]);
}

function string(field: number, it: string): Uint8Array {
  return bytes(field, new TextEncoder().encode(it));
}

function message(field: number, parts: readonly Uint8Array[]): Uint8Array {
  return bytes(field, concat(parts));
}

function bytes(field: number, it: Uint8Array): Uint8Array {
  return concat([varint((field << 3) | 2), varint(it.length), it]);
}

function varint(it: number): Uint8Array {
  const groups: number[] = [];
  for (let rest = it; ; rest >>>= 7) {
    if (rest < 0x80) return Uint8Array.from([...groups, rest]);
    groups.push((rest & 0x7f) | 0x80);
  }
}

function concat(parts: readonly Uint8Array[]): Uint8Array {
  return Uint8Array.from(parts.flatMap((part) => [...part]));
}
