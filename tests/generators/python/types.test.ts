import { expect, test } from 'vitest';
import { Imports } from '../../../generators/python/imports.ts';
import { Models } from '../../../generators/python/types/models.ts';
import { printModels } from '../../../generators/python/types/print-models.ts';
import { contractFrom } from '../support/contract.ts';

/** The declarations for component schemas, and what is reported on the way. */
function modelsOf(schemas: Readonly<Record<string, unknown>>): string {
  const document = { openapi: '3.1.1', info: { title: 't', version: '1.0.0' }, paths: {}, components: { schemas } };
  const findings: string[] = [];
  const models = new Models(contractFrom(JSON.stringify(document)), ({ rule }) => findings.push(`# ${rule}\n`));
  return [...printModels(models, new Imports()), ...findings].join('\n');
}

const string = { type: 'string' };

test('scalars by type and format', () => {
  const formats = ['date-time', 'date', 'uuid', 'byte', 'email', 'time'];
  const properties = Object.fromEntries(formats.map((format) => [format, { type: 'string', format }]));
  const more = { flag: { type: 'boolean' }, n: { type: 'number' }, i: { type: 'integer', format: 'int64' }, any: {} };
  expect(
    modelsOf({
      Row: { type: 'object', required: [...formats, ...Object.keys(more)], properties: { ...properties, ...more } },
    }),
  ).toBe(`class Row(Model):
    date_time: Annotated[AwareDatetime, Field(alias="date-time")]
    date: datetime.date
    uuid: UUID
    byte: Base64
    email: str
    time: str
    flag: bool
    n: float
    i: int
    any: Any
`);
});

test('absent, nullable and both', () => {
  const nullable = { type: ['string', 'null'] };
  const properties = { a: string, b: string, c: nullable, d: nullable };
  expect(modelsOf({ Row: { type: 'object', required: ['a', 'c'], properties } })).toBe(`class Row(Model):
    a: str
    b: str | None = None
    c: str | None
    d: Nullable[str] = None
`);
});

test('allOf is one class with the properties of all parts, the narrower type where two speak', () => {
  const base = { type: 'object', required: ['kind'], properties: { kind: string, size: { type: 'number' } } };
  const part = { required: ['size'], properties: { kind: { const: 'saw' }, size: { type: 'integer' } } };
  expect(
    modelsOf({ Base: base, Saw: { allOf: [{ $ref: '#/components/schemas/Base' }, part] } }),
  ).toBe(`class Base(Model):
    kind: str
    size: float | None = None

class Saw(Model):
    kind: Literal["saw"]
    size: int
`);
});

test('properties beside oneOf belong to every branch', () => {
  const schema = {
    ...{ type: 'object', required: ['id'], properties: { id: string } },
    oneOf: [{ title: 'By name', properties: { name: string } }, { properties: { code: { type: 'integer' } } }],
  };
  expect(modelsOf({ Key: schema })).toBe(`class KeyByName(Model):
    id: str
    name: str | None = None

class Key2(Model):
    id: str
    code: int | None = None

Key: TypeAlias = KeyByName | Key2
`);
});

test('a parent that lists its children and children that extend their parent', () => {
  const child = (name: string) => ({
    allOf: [{ $ref: '#/components/schemas/Pet' }, { properties: { [name]: string } }],
  });
  const pet = {
    ...{ type: 'object', required: ['kind'], properties: { kind: string } },
    oneOf: [{ $ref: '#/components/schemas/Cat' }, { $ref: '#/components/schemas/Dog' }],
    discriminator: { propertyName: 'kind' },
  };
  expect(modelsOf({ Pet: pet, Cat: child('purr'), Dog: child('bark') })).toBe(`class Cat(Model):
    kind: str
    purr: str | None = None

class Dog(Model):
    kind: str
    bark: str | None = None

Pet: TypeAlias = Annotated[
    Annotated[Cat, Tag("1")] | Annotated[Dog, Tag("2")],
    Discriminator(wire_value("kind", {"Cat": "1", "Dog": "2"})),
]
`);
});

test('closed objects, maps, typed extras, tuples and lists', () => {
  const properties = { a: string };
  const tuple = { type: 'array', prefixItems: [string, { type: 'integer' }], items: false };
  expect(
    modelsOf({
      Closed: { type: 'object', properties, additionalProperties: false },
      Extra: { type: 'object', properties, additionalProperties: { type: 'integer' } },
      Map: { type: 'object', additionalProperties: { type: 'object', properties } },
      Free: { type: 'object' },
      Pair: { ...tuple, minItems: 2 },
      Loose: tuple,
      Rows: { type: 'array', items: { type: 'array', items: string } },
    }),
  ).toBe(`Free: TypeAlias = dict[str, Any]

Pair: TypeAlias = tuple[str, int]

Loose: TypeAlias = list[str | int]

Rows: TypeAlias = list[list[str]]

class Closed(Model):
    model_config = ConfigDict(extra="forbid")

    a: str | None = None

class Extra(Model):
    __pydantic_extra__: dict[str, int] = Field(init=False)

    a: str | None = None

class MapValue(Model):
    a: str | None = None

Map: TypeAlias = dict[str, MapValue]

# unsupported-tuple
`);
});

test('recursion through lists is an alias by text, without a list it is cut and reported', () => {
  const ref = (name: string) => ({ $ref: `#/components/schemas/${name}` });
  expect(
    modelsOf({
      Tree: { anyOf: [string, { type: 'array', items: ref('Tree') }] },
      Chicken: { oneOf: [ref('Egg'), string] },
      Egg: { oneOf: [ref('Chicken'), { type: 'integer' }] },
      Node: { type: 'object', properties: { next: ref('Node') } },
    }),
  ).toBe(`Egg: TypeAlias = Any

Chicken: TypeAlias = Egg | str

class Node(Model):
    next: Node | None = None

Tree = TypeAliasType("Tree", "str | list[Tree]")

# unsupported-recursion
`);
});
