export type { SchemaDialect } from './dialects.ts';
export { SchemaReader, type SchemaReaderOptions } from './schema-reader.ts';
