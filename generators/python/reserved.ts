const keywords = [
  ...['False', 'None', 'True', 'and', 'as', 'assert', 'async', 'await', 'break', 'class', 'continue', 'def', 'del'],
  ...['elif', 'else', 'except', 'finally', 'for', 'from', 'global', 'if', 'import', 'in', 'is', 'lambda', 'nonlocal'],
  ...['not', 'or', 'pass', 'raise', 'return', 'try', 'while', 'with', 'yield'],
];

/** Built-in types that annotations name. A field or method of the same name would hide them from the annotations after it. */
const typesInAnnotations = [
  ...['bool', 'bytes', 'dict', 'float', 'int', 'list', 'object', 'property', 'str', 'tuple', 'type'],
];

/** Modules and decorators that generated classes name. */
const modulesInAnnotations = ['datetime', 'models', 'results', 'operations', 'httpx'];

/** Attributes of every pydantic model, which a field would override. */
const modelAttributes = [
  ...['construct', 'copy', 'dict', 'from_orm', 'json', 'model_computed_fields', 'model_config', 'model_construct'],
  ...['model_copy', 'model_dump', 'model_dump_json', 'model_extra', 'model_fields', 'model_fields_set'],
  ...['model_json_schema', 'model_parametrized_name', 'model_post_init', 'model_rebuild', 'model_validate'],
  ...['model_validate_json', 'model_validate_strings', 'parse_file', 'parse_obj', 'parse_raw', 'schema'],
  ...['schema_json', 'update_forward_refs', 'validate'],
];

/** What generated methods and their classes name otherwise. */
const clientMembers = ['self', 'options', 'body', 'content_type', 'close', 'operations', 'request'];

export const reservedClassNames: ReadonlySet<string> = new Set(keywords);
export const reservedFieldNames: ReadonlySet<string> = new Set([
  ...keywords,
  ...typesInAnnotations.filter((name) => name !== 'type' && name !== 'property'),
  ...['datetime'],
  ...modelAttributes,
]);
export const reservedArgumentNames: ReadonlySet<string> = new Set([...keywords, ...clientMembers]);
export const reservedMethodNames: ReadonlySet<string> = new Set([
  ...keywords,
  ...typesInAnnotations,
  ...modulesInAnnotations,
  ...clientMembers,
]);
