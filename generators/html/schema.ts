import type { Json } from '../../core/source/json.ts';
import type { ChoiceView, Fact, FieldView, SchemaView, TypePart } from '../reference/schema-view.ts';
import { typeOrAny } from '../reference/type-text.ts';
import { type Html, html } from './html.ts';
import type { Page } from './page.ts';

/** The inside of a schema as a tree of members; nothing for one that has none. */
function treeHtml(view: SchemaView, page: Page): Html | false {
  const { fields, choices, more } = view;
  if (fields.length === 0 && choices.length === 0 && more === undefined) return false;
  return html`<div class="tree">${fields.length > 0 && html`<ul>${fields.map((field) => fieldHtml(field, page))}</ul>`}${choices.map(
    (choice) => choiceHtml(choice, page),
  )}${more !== undefined && moreHtml(more, page)}</div>`;
}

/** Type, limits and values of a schema, in one line. */
export function summaryHtml(view: SchemaView, page: Page): Html {
  return html`<span class="type">${typeHtml(typeOrAny(view), page)}</span>${
    view.named !== undefined && html` <a class="named" href="#${anchorOf(view.named, page)}">${view.named}</a>`
  }${view.readOnly && html` <span class="flag">read-only</span>`}${
    view.writeOnly && html` <span class="flag">write-only</span>`
  }${view.deprecated && html` <span class="flag warn">deprecated</span>`}`;
}

/** What stands below that line: limits, description, values, the inside. */
export function detailsHtml(view: SchemaView, page: Page): Html {
  const { facts, allowed, examples } = view;
  const [example] = examples;
  return html`${facts.length > 0 && html`<p class="facts">${facts.map((fact, index) => [index > 0 && ' · ', factHtml(fact)])}</p>`}${page.prose.block(
    view.description,
  )}${allowed.length > 0 && valuesHtml(allowed.length === 1 ? 'Always' : 'One of', allowed)}${
    view.default !== undefined && valuesHtml('Default', [view.default.value])
  }${example !== undefined && allowed.length !== 1 && valuesHtml('Example', [example])}${treeHtml(view, page)}`;
}

export function fieldHtml(field: FieldView, page: Page): Html {
  return html`<li class="field">${nameHtml(field)} ${summaryHtml(field, page)}${
    field.required && html` <span class="flag must">required</span>`
  }${detailsHtml(field, page)}</li>`;
}

function nameHtml({ name, kind }: FieldView): Html {
  if (kind === 'any') return html`<span class="name any">any other name</span>`;
  if (kind === 'pattern') return html`<span class="name any">names that match</span> <code>${name}</code>`;
  if (kind === 'item') return html`<span class="name any">item ${Number(name) + 1}</span>`;
  return html`<code class="name">${name}</code>`;
}

function typeHtml(parts: readonly TypePart[], page: Page): Html {
  return html`${parts.map((part) =>
    typeof part === 'string' ? part : html`<a href="#${anchorOf(part.schema, page)}">${part.schema}</a>`,
  )}`;
}

function factHtml({ text, code }: Fact): Html {
  return html`${text}${code !== undefined && html` <code>${code}</code>`}`;
}

/** More values than anyone reads are folded away. */
function valuesHtml(label: string, values: readonly Json[]): Html {
  const codes = values.map((value) => html`<li><code>${JSON.stringify(value)}</code></li>`);
  const list = html`<ul class="list">${codes}</ul>`;
  if (values.length <= 12) return html`<div class="values"><span>${label}</span>${list}</div>`;
  return html`<details class="values"><summary>${label} ${values.length} values</summary>${list}</details>`;
}

function choiceHtml({ label, discriminator, options }: ChoiceView, page: Page): Html {
  const by = discriminator !== undefined && html`, told apart by <code>${discriminator}</code>`;
  return html`<div class="choice"><p>${label}${by}</p><ul>${options.map(
    (option) =>
      html`<li class="field">${option.label !== '' && html`<code class="name">${option.label}</code> `}${summaryHtml(option.view, page)}${detailsHtml(option.view, page)}</li>`,
  )}</ul></div>`;
}

/** The script unfolds what the link leads to. */
function moreHtml(name: string, page: Page): Html {
  const id = anchorOf(name, page);
  return html`<details class="more" data-of="${id}"><summary>Members of ${name}</summary><a href="#${id}">${name}</a></details>`;
}

function anchorOf(name: string, { contract, anchors }: Page): string {
  const schema = contract.schemas.get(name);
  return schema === undefined ? 'top' : anchors.of(schema);
}
