import type { Contract, SecurityScheme, Server } from '../../core/contract/model.ts';
import type { Reference } from '../reference/reference.ts';
import { schemeText } from '../reference/words.ts';
import { lineOf, membersOf } from './fields.ts';
import { heading, stack } from './parts.ts';
import { prose } from './prose.ts';
import { code, codeBlock, escapeLine, indent } from './text.ts';

export function introText({ info, dialect }: Contract): string {
  const name = dialect.spec === 'openapi' ? 'OpenAPI' : 'AsyncAPI';
  const facts = [`Version ${info.version}`, `${name} ${dialect.version}`, info.license].filter(
    (one) => one !== undefined,
  );
  return stack(escapeLine(facts.join(' · ')), escapeLine(info.summary ?? ''), prose(info.description, 3));
}

export function serverItem({ url, name, description, variables }: Server): string {
  const label = name === undefined ? '' : ` (${escapeLine(name)})`;
  const told = variables.map((variable) => {
    const values = [
      variable.default === undefined ? '' : `default ${code(variable.default)}`,
      variable.enum === undefined ? '' : `one of ${variable.enum.map(code).join(', ')}`,
      escapeLine(variable.description ?? ''),
    ];
    return `- ${[code(variable.name), ...values].filter((part) => part !== '').join(' · ')}`;
  });
  return [`- ${code(url)}${label}`, prose(description, 7), ...told]
    .filter((part) => part !== '')
    .map((part, index) => (index === 0 ? part : indent(part, '  ')))
    .join('\n');
}

export function schemeSection(name: string, scheme: SecurityScheme, { anchors }: Reference): string {
  const scopes = (of: ReadonlyMap<string, string>) =>
    [...of].map(([scope, meaning]) => `- ${code(scope)} ${escapeLine(meaning)}`.trimEnd()).join('\n');
  const { flows, openIdConnectUrl } = scheme;
  return stack(
    heading(3, name, anchors.of(scheme)),
    `${escapeLine(schemeText(scheme))}${scheme.deprecated ? ' · **deprecated**' : ''}`,
    prose(scheme.description),
    openIdConnectUrl === undefined ? '' : `Discovery at ${code(openIdConnectUrl)}.`,
    ...flows.map(({ type, authorizationUrl, tokenUrl, refreshUrl, scopes: own }) => {
      const addresses = [
        authorizationUrl === undefined ? '' : `authorization at ${code(authorizationUrl)}`,
        tokenUrl === undefined ? '' : `tokens at ${code(tokenUrl)}`,
        refreshUrl === undefined ? '' : `refresh at ${code(refreshUrl)}`,
      ];
      return stack(`Flow ${[code(type), ...addresses].filter((part) => part !== '').join(', ')}`, scopes(own));
    }),
    flows.length > 0 ? '' : scopes(scheme.scopes),
  );
}

export function schemaSections(reference: Reference): string {
  const { contract, anchors, views, samples } = reference;
  const sections = [...contract.schemas].map(([name, schema]) => {
    const view = { ...views.opened(schema), named: undefined };
    const isPlain = view.fields.length + view.choices.length === 0;
    const sample = isPlain ? undefined : samples.named(name, schema);
    return stack(
      heading(3, name, anchors.of(schema)),
      lineOf(view, reference),
      prose(view.description),
      membersOf(view, reference),
      sample === undefined ? '' : codeBlock(JSON.stringify(sample, null, 2), 'json'),
    );
  });
  return stack(...sections);
}
