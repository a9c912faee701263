import { allSchemas } from '../../contract/walk.ts';
import { everyAlternative } from './composed.ts';
import { httpRule } from './http-rule.ts';

export const discriminatorPropertyDefined = httpRule({
  id: 'discriminator-property-defined',
  severity: 'warning',
  summary: 'The property that a discriminator names is defined.',
  why: 'A value can only be told from the others by a property that it has. Without one, generated code has no field to look at.',
  fix: 'Define the property in the schema, or in each of its alternatives.',
  reference: 'OpenAPI 3.1.1, 4.8.25 Discriminator Object',
  check(contract, report) {
    for (const schema of allSchemas(contract)) {
      const { discriminator } = schema;
      if (discriminator === undefined) continue;
      const { propertyName, location } = discriminator;
      if (everyAlternative(schema, contract, ({ properties }) => properties?.has(propertyName) === true)) continue;
      const message = `The discriminator's property "${propertyName}" is not defined here or not in each alternative. Define it.`;
      report({ location, message });
    }
  },
});
