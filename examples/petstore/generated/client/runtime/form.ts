// Copied by ai2text-contracts. Changes are overwritten when the code is generated again.

import { escapeAll, escapeSome } from './escape.ts';
import { contentKind } from './media-type.ts';
import type { PropertyEncoding } from './operation.ts';
import { textOf, writeStyled } from './style.ts';

type Encodings = Readonly<Record<string, PropertyEncoding>>;

/**
 * `application/x-www-form-urlencoded`: lists repeat their name and objects become JSON, unless an encoding says otherwise.
 */
export function writeForm(value: object, encodings: Encodings = {}): string {
  const pairs = Object.entries(value).map(([name, member]) => {
    const encoding = Object.hasOwn(encodings, name) ? encodings[name] : undefined;
    const { style = 'form', explode = style === 'form', allowReserved = false } = encoding ?? {};
    const asContent = encoding?.contentType !== undefined && contentKind(encoding.contentType) === 'json';
    const plainObject = typeof member === 'object' && member !== null && !Array.isArray(member);
    const text = asContent || (plainObject && encoding === undefined) ? JSON.stringify(member) : member;
    return writeStyled(name, text, { style, explode, encode: allowReserved ? escapeSome : escapeAll });
  });
  return pairs.filter((pair) => pair !== undefined).join('&');
}

/** `multipart/form-data`: bytes become files, lists repeat their name, objects become JSON. */
export function writeMultipart(value: object, encodings: Encodings = {}): FormData {
  const form = new FormData();
  for (const [name, member] of Object.entries(value)) {
    const contentType = Object.hasOwn(encodings, name) ? encodings[name]?.contentType : undefined;
    for (const item of Array.isArray(member) ? member : [member]) {
      if (item !== undefined && item !== null) appendPart(form, name, item, contentType);
    }
  }
  return form;
}

function appendPart(form: FormData, name: string, item: unknown, contentType: string | undefined): void {
  // A list such as "image/png, image/jpeg" leaves the choice to the file.
  const type = contentType === undefined || /[,*]/.test(contentType) ? undefined : contentType;
  if (item instanceof Blob) form.append(name, type === undefined || item.type !== '' ? item : retype(item, type));
  else if (item instanceof Uint8Array) {
    // Views over shared memory are not accepted by Blob; the type of bytes excludes them.
    form.append(name, new Blob([item as Uint8Array<ArrayBuffer>], type === undefined ? {} : { type }));
  } else if (type !== undefined && !/^text\/plain\b/.test(type)) form.append(name, new Blob([textOf(item)], { type }));
  else form.append(name, textOf(item));
}

function retype(blob: Blob, type: string): Blob {
  return blob instanceof File ? new File([blob], blob.name, { type }) : new Blob([blob], { type });
}
