import Handlebars from 'handlebars';

export type Template = (view: object) => string;

/** Compiles a template, once: in strict mode, without escapes, with the helpers `each`, `if` and `unless` only. */
export function compileTemplate(text: string): Template {
  const known = compiled.get(text);
  if (known !== undefined) return known;
  const template = engine.compile<object>(text, {
    strict: true,
    noEscape: true,
    knownHelpersOnly: true,
    knownHelpers: { each: true, if: true, unless: true, with: false, lookup: false, log: false },
  });
  compiled.set(text, template);
  return template;
}

/** The syntax tree of a template. Throws what Handlebars throws. */
export function parseTemplate(text: string): hbs.AST.Program {
  return engine.parse(text);
}

const compiled = new Map<string, Template>();
const engine = createEngine();

function createEngine(): typeof Handlebars {
  const created = Handlebars.create();
  for (const name of ['each', 'if', 'unless'] as const) {
    const original = created.helpers[name];
    if (original === undefined) throw new Error(`Handlebars has no helper "${name}"`);
    // `strict` does not look at the arguments of block helpers: a misspelt list would print nothing.
    created.registerHelper(name, function (this: unknown, value: unknown, options: Handlebars.HelperOptions) {
      if (value === undefined) throw new Error(`A template asks {{#${name}}} for a value that its view does not have`);
      return original.call(this, value, options);
    });
  }
  for (const name of ['with', 'lookup', 'log']) created.unregisterHelper(name);
  return created;
}
