import type { HttpOperation, Parameter } from '../../contract/model.ts';
import { jsonEqual } from '../../source/json.ts';
import { match } from '../match/pairs.ts';
import { renamedParameters, templateNames } from '../match/path-template.ts';
import { compareSchemas } from '../schemas/compare-schemas.ts';
import { flatten } from '../schemas/flatten.ts';
import { compareContent } from './compare-content.ts';
import { dutyOf, type Exchange, report } from './exchange.ts';
import { hasPassed, sunsetFindings, sunsetOf } from './sunset.ts';
import { asText, isList, sameWriting } from './wire-form.ts';

export function compareParameters(exchange: Exchange): void {
  const { before, after, comparison, subject } = exchange;
  const renamed = renamedParameters(namesIn(before.path), namesIn(after.path));
  const meant = (parameter: Parameter): string =>
    parameter.in === 'path' ? (renamed.get(parameter.name) ?? parameter.name) : nameOf(parameter);
  for (const [was, is] of renamed) {
    const what = `the path parameter "${was}" is called "${is}" now`;
    const places = { before: before.location, after: after.location };
    comparison.report({ rule: 'path-parameter-renamed', subject, place: `path ${was}`, what, ...places });
  }
  const old = new Set(before.parameters);
  const { pairs, removed, added } = match(sent(before), sent(after), [
    (parameter) => `${parameter.in} ${old.has(parameter) ? meant(parameter) : nameOf(parameter)}`,
  ]);
  for (const [was, is] of pairs) compareParameter(was, is, exchange);
  for (const parameter of removed) reportRemoved(parameter, exchange);
  for (const parameter of added) reportAdded(parameter, exchange);
}

/** Without the runtime expressions in the address of a callback: they are no parameters. */
function namesIn(path: string): readonly string[] {
  return templateNames(path).filter((name) => !name.startsWith('$'));
}

/** OpenAPI 3.1.1, 4.8.12.2.1: these header parameters are ignored; the media types and security say what they do. */
const ignored: ReadonlySet<string> = new Set(['accept', 'content-type', 'authorization']);

function sent({ parameters }: HttpOperation): readonly Parameter[] {
  return parameters.filter((parameter) => parameter.in !== 'header' || !ignored.has(parameter.name.toLowerCase()));
}

function nameOf({ name, in: place }: Parameter): string {
  return place === 'header' ? name.toLowerCase() : name;
}

function thingOf({ name, in: place }: Parameter): string {
  return `${place} parameter ${name}`;
}

function reportRemoved(parameter: Parameter, exchange: Exchange): void {
  const sunset = sunsetOf(parameter.extensions);
  const passed = parameter.deprecated && sunset !== undefined && hasPassed(sunset, exchange.comparison.now);
  const told = parameter.deprecated && !parameter.extensions.has('x-sunset');
  const rule = passed ? 'parameter-removed-after-sunset' : told ? 'deprecated-parameter-removed' : 'parameter-removed';
  const thing = thingOf(parameter);
  const what = passed ? `${thing} was removed after its sunset on ${sunset}` : `${thing} was removed`;
  const places = { before: parameter.usedAt, after: exchange.after.location };
  report(exchange, { rule, place: thing, what, ...places }, parameter.required ? 'breaking' : 'warning');
}

function reportAdded(parameter: Parameter, exchange: Exchange): void {
  const rule = parameter.required ? 'required-parameter-added' : 'optional-parameter-added';
  const thing = thingOf(parameter);
  const what = `${thing} was added${parameter.required ? ' and is required' : ''}`;
  report(exchange, { rule, place: thing, what, before: exchange.before.location, after: parameter.usedAt }, 'info');
}

function compareParameter(was: Parameter, is: Parameter, exchange: Exchange): void {
  const thing = thingOf(was);
  const places = { before: was.usedAt, after: is.usedAt };
  const tell = (rule: string, what: string): void => {
    report(exchange, { rule, place: `${thing} ${rule}`, what: `${thing} ${what}`, ...places });
  };
  if (!was.required && is.required) tell('parameter-became-required', 'is required now');
  if (was.required && !is.required) tell('parameter-became-optional', 'is optional now');
  if (!was.deprecated && is.deprecated) tell('parameter-deprecated', 'is deprecated');
  if (was.deprecated && !is.deprecated) tell('parameter-reactivated', 'is no longer deprecated');
  if (was.deprecated && is.deprecated) {
    for (const { rule, what } of sunsetFindings(was.extensions, is.extensions)) tell(rule, what);
  }
  compareCharacters(was, is, tell);
  const defaultIsTold = compareDefault(was, is, exchange, tell);
  compareValues(was, is, exchange, tell, defaultIsTold);
}

type Tell = (rule: string, what: string) => void;

/** Both flags have a meaning in the query only (OpenAPI 3.1.1, 4.8.12.2.2). */
function compareCharacters(was: Parameter, is: Parameter, tell: Tell): void {
  if (was.in !== 'query') return;
  const flags = [
    ['allowReserved', 'reserved characters'],
    ['allowEmptyValue', 'an empty value'],
  ] as const;
  for (const [flag, words] of flags) {
    if (was[flag] && !is[flag]) tell('parameter-characters-narrowed', `no longer allows ${words}`);
    if (!was[flag] && is[flag]) tell('parameter-characters-widened', `allows ${words} now`);
  }
}

/** Whether it told anything. */
function compareDefault(was: Parameter, is: Parameter, { comparison }: Exchange, tell: Tell): boolean {
  const [before, after] = [
    was.schema && flatten(was.schema, comparison.before.schemas),
    is.schema && flatten(is.schema, comparison.after.schemas),
  ].map((parts) => parts?.find((part) => part.default !== undefined)?.default?.value);
  // A value that is always sent needs no default; one that is new changes nothing that was promised.
  if (was.required || is.required || before === undefined) return false;
  if (after !== undefined && jsonEqual(before, after)) return false;
  tell(
    'parameter-default-changed',
    `had the default ${JSON.stringify(before)} and has ${JSON.stringify(after) ?? 'none'}`,
  );
  return true;
}

function compareValues(was: Parameter, is: Parameter, exchange: Exchange, tell: Tell, defaultIsTold: boolean): void {
  const { comparison, direction, subject } = exchange;
  const [before, after] = [comparison.before.schemas, comparison.after.schemas];
  if ((was.content === undefined) !== (is.content === undefined)) {
    tell('parameter-style-changed', `is described by ${is.content === undefined ? 'a schema' : 'a media type'} now`);
    return;
  }
  if (was.content !== undefined && is.content !== undefined) {
    const body = { area: 'parameter', part: 'parameter', thing: thingOf(was), direction } as const;
    compareContent(
      [was.content],
      [is.content],
      { ...body, places: { before: was.usedAt, after: is.usedAt } },
      exchange,
    );
    return;
  }
  if (!sameWriting({ parameter: was, schemas: before }, { parameter: is, schemas: after })) {
    tell(
      'parameter-style-changed',
      `is written in style ${is.style}${exploded(is)} now, before ${was.style}${exploded(was)}`,
    );
    return;
  }
  const [old, now] = [was.schema, is.schema];
  compareSchemas(
    {
      before: direction === 'output' ? asText(old, before, was, isList(now, after)) : old,
      after: direction === 'input' ? asText(now, after, is, isList(old, before)) : now,
      area: 'parameter',
      duty: dutyOf(direction),
      direction,
      subject,
      thing: thingOf(was),
      part: 'parameter',
      name: `${was.in} ${was.name}`,
      at: { before: was.location, after: is.location },
      defaultIsTold,
    },
    comparison,
  );
}

function exploded({ explode }: Parameter): string {
  return explode ? ', exploded' : '';
}
