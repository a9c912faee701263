import type { Header, HttpOperation, Parameter, Response } from '../../core/contract/model.ts';
import { curlFor } from '../reference/curl.ts';
import { descriptionOf, titleOf } from '../reference/groups.ts';
import type { Reference } from '../reference/reference.ts';
import { type FieldView, noView } from '../reference/schema-view.ts';
import { isSuccess } from '../reference/shared-responses.ts';
import { parametersByPlace, statusText } from '../reference/words.ts';
import { fieldItem } from './fields.ts';
import { bodies, deprecation, extensionsText, heading, securityLine, stack } from './parts.ts';
import { prose } from './prose.ts';
import { code, codeBlock, escapeLine, indent } from './text.ts';

/** `incoming`: a request that the service sends, such as a webhook. */
export function operationText(operation: HttpOperation, reference: Reference, incoming = false): string {
  const { requestBody, responses, callbacks, method, path } = operation;
  return stack(
    heading(3, titleOf(operation), reference.anchors.of(operation)),
    code(`${method.toUpperCase()} ${path}`),
    deprecation(operation),
    prose(descriptionOf(operation)),
    securityLine(operation.security, reference),
    ...parametersByPlace(operation).map(([title, own]) =>
      stack(`#### ${title}`, own.map((parameter) => parameterItem(parameter, reference)).join('\n')),
    ),
    requestBody === undefined
      ? ''
      : stack(
          `#### Request body${requestBody.required ? ' (required)' : ''}`,
          prose(requestBody.description, 5),
          bodies(requestBody.content, incoming ? 'output' : 'input', true, reference),
        ),
    responses.length === 0 ? '' : '#### Responses',
    responses.map((response) => responseItem(response, reference, incoming)).join('\n\n'),
    ...callbacks.map(({ name, operations }) =>
      stack(`#### Callback ${code(name)}`, ...operations.map((inner) => operationText(inner, reference, true))),
    ),
    extensionsText(operation.extensions),
    incoming ? '' : stack('#### Try it', codeBlock(curlFor(operation, reference), 'sh')),
  );
}

function parameterItem(parameter: Parameter, reference: Reference): string {
  const { name, required, deprecated, description, examples } = parameter;
  const schema = parameter.schema ?? parameter.content?.schema;
  const view = schema === undefined ? noView : reference.views.used(schema);
  const given = examples.map(({ value }) => value).filter((value) => value !== undefined);
  const field: FieldView = {
    ...view,
    ...{ name, required, kind: 'member', description: description ?? view.description },
    deprecated: deprecated || view.deprecated,
    examples: given.length > 0 ? given : view.examples,
  };
  return fieldItem(field, reference);
}

function responseItem(response: Response, reference: Reference, incoming: boolean): string {
  const words = statusText(response.status);
  const line = `- **${escapeLine(response.status)}**${words === '' ? '' : ` ${words}`}`;
  const shared = incoming ? undefined : reference.sharedResponses.find(response);
  if (shared === undefined) return `${line}\n\n${indent(responseText(response, reference, incoming), '  ')}`;
  return `${line}: [${escapeLine(shared.name)}](#${reference.anchors.heading('response', shared.name, shared.place)})`;
}

/** What a response is and holds, without its status. */
export function responseText(response: Response, reference: Reference, incoming = false): string {
  const { description, headers, content } = response;
  return stack(
    prose(description, 7),
    headers.length === 0 ? '' : stack('Headers:', headers.map((header) => headerItem(header, reference)).join('\n')),
    bodies(content, incoming ? 'input' : 'output', isSuccess(response), reference),
  );
}

function headerItem(header: Header, reference: Reference): string {
  const { name, required, description } = header;
  const schema = header.schema ?? header.content?.schema;
  const view = schema === undefined ? noView : reference.views.used(schema);
  const field: FieldView = { ...view, name, required, kind: 'member', description: description ?? view.description };
  return fieldItem(field, reference);
}
