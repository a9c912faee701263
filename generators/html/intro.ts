import type { Contract, SecurityScheme, Server } from '../../core/contract/model.ts';
import { schemeText } from '../reference/words.ts';
import { type Html, html } from './html.ts';
import type { Page } from './page.ts';

/** What a reader sees first: what this is, where it runs, how to get in. */
export function introHtml(page: Page): Html {
  const { info, dialect, servers } = page.contract;
  const name = dialect.spec === 'openapi' ? 'OpenAPI' : 'AsyncAPI';
  const facts = [`Version ${info.version}`, `${name} ${dialect.version}`, info.license].filter(
    (one) => one !== undefined,
  );
  return html`<header class="intro" id="top"><h1>${info.title}</h1><p class="facts">${facts.map((fact, index) => [
    index > 0 && ' · ',
    fact,
  ])}</p>${info.summary !== undefined && html`<p>${info.summary}</p>`}${page.prose.block(info.description)}${
    servers.length > 0 && serversHtml(servers, page)
  }</header>`;
}

function serversHtml(servers: readonly Server[], page: Page): Html {
  return html`<section id="${page.anchors.heading('part', 'Servers')}"><h2>Servers</h2><ul class="servers">${servers.map(
    ({ name, url, protocol, description, variables }) =>
      html`<li><code>${url}</code>${name !== undefined && html` <span class="flag">${name}</span>`}${
        protocol !== undefined && !url.startsWith(protocol) && html` <span class="flag">${protocol}</span>`
      }${page.prose.block(description)}${
        variables.length > 0 &&
        html`<div class="tree"><ul>${variables.map(
          (variable) =>
            html`<li class="field"><code class="name">${variable.name}</code>${
              variable.default !== undefined && html` <span class="type">${variable.default}</span>`
            }${variable.enum !== undefined && html`<p class="facts">One of ${variable.enum.join(', ')}</p>`}${page.prose.block(
              variable.description,
            )}</li>`,
        )}</ul></div>`
      }</li>`,
  )}</ul></section>`;
}

export function securitySchemesHtml({ contract, anchors, prose }: Page<Contract>): Html | false {
  if (contract.securitySchemes.size === 0) return false;
  return html`<section class="part"><h2 id="${anchors.heading('part', 'Security')}">Security</h2>${[
    ...contract.securitySchemes,
  ].map(
    ([name, scheme]) =>
      html`<article id="${anchors.of(scheme)}" class="entry"><div class="says"><h3><a href="#${anchors.of(scheme)}">${name}</a></h3><p>${schemeText(scheme)}${
        scheme.deprecated && html` <span class="flag warn">deprecated</span>`
      }</p>${prose.block(scheme.description)}${scheme.flows.length > 0 ? flowsHtml(scheme) : scopesHtml(scheme.scopes)}${
        scheme.openIdConnectUrl !== undefined &&
        html`<p class="facts">Discovery at <code>${scheme.openIdConnectUrl}</code></p>`
      }</div></article>`,
  )}</section>`;
}

function flowsHtml({ flows }: SecurityScheme): Html {
  return html`${flows.map(
    ({ type, authorizationUrl, tokenUrl, refreshUrl, scopes }) =>
      html`<h4>Flow <code>${type}</code></h4><p class="facts">${authorizationUrl !== undefined && html`Authorization at <code>${authorizationUrl}</code> `}${
        tokenUrl !== undefined && html`Tokens at <code>${tokenUrl}</code> `
      }${refreshUrl !== undefined && html`Refresh at <code>${refreshUrl}</code>`}</p>${scopesHtml(scopes)}`,
  )}`;
}

function scopesHtml(scopes: ReadonlyMap<string, string>): Html | false {
  if (scopes.size === 0) return false;
  return html`<div class="tree"><ul>${[...scopes].map(
    ([scope, meaning]) => html`<li class="field"><code class="name">${scope}</code> ${meaning}</li>`,
  )}</ul></div>`;
}
