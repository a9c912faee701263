import { sunsetOf } from '../../core/compat/http/sunset.ts';
import type { Extensions, HttpOperation, Parameter, Response, SecurityRequirement } from '../../core/contract/model.ts';
import { curlFor } from '../reference/curl.ts';
import { descriptionOf, titleOf } from '../reference/groups.ts';
import { noView } from '../reference/schema-view.ts';
import { isSuccess } from '../reference/shared-responses.ts';
import { parametersByPlace, schemeText, statusText } from '../reference/words.ts';
import { codeHtml, contentHtml, examplesHtml, jsonHtml, sampleHtml } from './bodies.ts';
import { type Html, html } from './html.ts';
import type { Page } from './page.ts';
import { responseBody } from './responses.ts';
import { fieldHtml } from './schema.ts';

/** `incoming`: a request that the service sends, such as a webhook; nobody could send it with `curl`. */
export function operationHtml(operation: HttpOperation, page: Page, incoming = false): Html {
  const { requestBody, responses, callbacks } = operation;
  const toService = incoming ? 'output' : 'input';
  const samples = [
    ...(incoming ? [] : [sampleHtml('Try it', [codeHtml('curl', curlFor(operation, page))], true)]),
    // The first example is the one that curl sends.
    requestBody !== undefined &&
      sampleHtml('Request', examplesHtml(requestBody.content, toService, page).slice(incoming ? 0 : 1), false),
    ...responses.map((response) => responseSample(response, page, incoming)),
  ].filter((sample) => sample !== false);

  return html`<article id="${page.anchors.of(operation)}" class="entry"><div class="says">
<h3><a href="#${page.anchors.of(operation)}">${titleOf(operation)}</a></h3>
<p class="route">${methodHtml(operation.method)} <code>${breakable(operation.path)}</code></p>
${deprecationHtml(operation)}${page.prose.block(descriptionOf(operation))}
${securityHtml(operation.security, page)}${parametersByPlace(operation).map(
  ([title, own]) =>
    html`<section><h4>${title}</h4><div class="tree"><ul>${own.map((one) => parameterHtml(one, page))}</ul></div></section>`,
)}
${
  requestBody !== undefined &&
  html`<section><h4>Request body${requestBody.required && html` <span class="flag must">required</span>`}</h4>${page.prose.block(
    requestBody.description,
  )}${contentHtml(requestBody.content, page, true)}</section>`
}
${responses.length > 0 && html`<section><h4>Responses</h4>${responses.map((response) => responseHtml(response, page, incoming))}</section>`}
${callbacks.map(
  ({ name, operations }) =>
    html`<section><h4>Callback <code>${name}</code></h4>${operations.map((inner) => operationHtml(inner, page, true))}</section>`,
)}${extensionsHtml(operation.extensions)}</div>
${samples.length > 0 && html`<div class="shows">${samples}</div>`}</article>`;
}

export function methodHtml(method: string): Html {
  const known = ['get', 'put', 'post', 'delete', 'patch', 'head', 'options', 'trace', 'query'].includes(method);
  return html`<span class="method ${known ? method : 'other'}">${method.toUpperCase()}</span>`;
}

export function deprecationHtml({
  deprecated,
  extensions,
}: {
  readonly deprecated: boolean;
  readonly extensions: Extensions;
}): Html | false {
  if (!deprecated) return false;
  const sunset = sunsetOf(extensions);
  return html`<p class="note" role="note"><strong>Deprecated.</strong> ${
    sunset === undefined ? 'Do not start to use it.' : html`It works until <time>${sunset}</time>.`
  }</p>`;
}

export function securityHtml(security: readonly SecurityRequirement[], page: Page): Html | false {
  if (security.length === 0) return false;
  const ways = security.map(({ schemes }) => {
    if (schemes.size === 0) return html`nothing`;
    return html`${[...schemes].map(([name, scopes], index) => {
      const scheme = page.contract.securitySchemes.get(name);
      const link = scheme === undefined ? name : html`<a href="#${page.anchors.of(scheme)}">${schemeText(scheme)}</a>`;
      return html`${index > 0 && ' and '}${link}${scopes.length > 0 && html` with ${scopes.map((scope, at) => [at > 0 && ', ', html`<code>${scope}</code>`])}`}`;
    })}`;
  });
  return html`<p class="needs"><span>Needs</span> ${ways.map((way, index) => [index > 0 && ', or ', way])}</p>`;
}

/** What the specification does not know, folded away, as the contract has it. */
export function extensionsHtml(extensions: Extensions): Html | false {
  const told = [...extensions].filter(([name]) => name !== 'x-sunset');
  if (told.length === 0) return false;
  return html`<details class="extensions"><summary>Extensions</summary>${told.map(([name, value]) =>
    jsonHtml(name, value),
  )}</details>`;
}

function parameterHtml(parameter: Parameter, page: Page): Html {
  const { name, required, deprecated, examples } = parameter;
  const schema = parameter.schema ?? parameter.content?.schema;
  const view = schema === undefined ? noView : page.views.used(schema);
  const given = examples.map(({ value }) => value).filter((value) => value !== undefined);
  const told = {
    ...view,
    description: parameter.description ?? view.description,
    deprecated: deprecated || view.deprecated,
    examples: given.length > 0 ? given : view.examples,
  };
  return fieldHtml({ ...told, name, kind: 'member', required }, page);
}

function responseHtml(response: Response, page: Page, incoming: boolean): Html {
  const { status } = response;
  const isGood = isSuccess(response);
  const words = statusText(status);
  const line = html`<span class="status ${isGood ? 'good' : 'bad'}">${status}</span>${words !== '' && html` <span class="reason">${words}</span>`}`;
  const shared = isGood || incoming ? undefined : page.sharedResponses.find(response);
  if (shared === undefined)
    return html`<details class="response"${isGood && html` open`}><summary>${line}</summary>${responseBody(response, page)}</details>`;
  const id = page.anchors.heading('response', shared.name, shared.place);
  return html`<details class="more response" data-of="${id}"><summary>${line}</summary><a href="#${id}">${shared.name}</a></details>`;
}

/** Faults look alike in most contracts: only those with an example of their own are shown, folded. */
function responseSample(response: Response, page: Page, incoming: boolean): Html | false {
  const { status, content } = response;
  const isGood = isSuccess(response);
  if (!isGood && !incoming && page.sharedResponses.find(response) !== undefined) return false;
  const shown = isGood ? content : content.filter(({ examples }) => examples.length > 0);
  return sampleHtml(
    `${status} ${statusText(status)}`,
    examplesHtml(shown, incoming ? 'input' : 'output', page),
    isGood,
  );
}

/** Long paths may wrap after a slash. */
function breakable(path: string): Html {
  return html`${path.split('/').map((part, index) => [index > 0 && html`/<wbr>`, part])}`;
}
