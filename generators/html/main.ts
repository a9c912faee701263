import type { HttpContract } from '../../core/contract/model.ts';
import { groupsOf } from '../reference/groups.ts';
import { eventsHtml } from './events.ts';
import { type Html, html } from './html.ts';
import { introHtml, securitySchemesHtml } from './intro.ts';
import { operationHtml } from './operation.ts';
import type { Page } from './page.ts';
import { sharedResponsesHtml } from './responses.ts';
import { schemasHtml } from './schemas.ts';

/** Everything but the table of contents. */
export function mainHtml(page: Page): Html {
  const { contract } = page;
  const told = contract.kind === 'http' ? httpHtml({ ...page, contract }) : eventsHtml({ ...page, contract });
  return html`${introHtml(page)}${told}${sharedResponsesHtml(page)}${securitySchemesHtml(page)}${schemasHtml(page)}`;
}

function httpHtml(page: Page<HttpContract>): Html[] {
  const { contract, anchors, prose } = page;
  const incoming = new Set(contract.webhooks);
  return groupsOf(contract).map(
    ({ key, title, description, operations }) =>
      html`<section class="part"><h2 id="${anchors.heading('tag', title, key)}">${title}</h2>${prose.block(description)}${operations.map(
        (operation) => operationHtml(operation, page, incoming.has(operation)),
      )}</section>`,
  );
}
