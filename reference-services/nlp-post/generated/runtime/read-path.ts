// Copied by ai2text-contracts. Changes are overwritten when the code is generated again.

import type { ParameterSpec } from './operation.ts';
import { decodePercent, MalformedText } from './percent.ts';
import { assigned, delimited, type Readings } from './reading.ts';

/** A path parameter in the styles `simple`, `label` and `matrix` (RFC 6570), from the text as it stands in the URL. */
export function readPathText(parameter: ParameterSpec, text: string): Readings {
  if (parameter.style === 'label') return readLabel(parameter, text);
  if (parameter.style === 'matrix') return readMatrix(parameter, text);
  return delimited(text, { delimiter: ',', decode: decodePercent, explode: parameter.explode });
}

/** `.a,b`, exploded `.a.b`; members `.k=v.l=w`. */
function readLabel(parameter: ParameterSpec, text: string): Readings {
  if (!text.startsWith('.')) throw new MalformedText('must begin with a full stop (style label)');
  const delimiter = parameter.explode ? '.' : ',';
  return delimited(text.slice(1), { delimiter, decode: decodePercent, explode: parameter.explode });
}

/** `;id=a,b`, exploded `;id=a;id=b`; members `;k=v;l=w`. */
function readMatrix(parameter: ParameterSpec, text: string): Readings {
  if (!text.startsWith(';')) throw new MalformedText('must begin with a semicolon (style matrix)');
  const pieces = text.slice(1).split(';');
  const { name } = parameter;
  const own = pieces.filter((piece) => {
    const text = decodePercent(piece);
    return text === name || text.startsWith(`${name}=`);
  });
  const values = own.map((piece) => (piece.includes('=') ? piece.slice(piece.indexOf('=') + 1) : ''));
  const [only] = values;
  if (values.length === 1 && only !== undefined && !parameter.explode) {
    return delimited(only, { delimiter: ',', decode: decodePercent, explode: false });
  }
  const record = assigned(pieces, decodePercent);
  return {
    ...(values.length === 1 && only !== undefined && { single: decodePercent(only) }),
    ...(values.length > 0 && { list: values.map(decodePercent) }),
    ...(record && { record }),
    several: pieces.length > 1,
  };
}
