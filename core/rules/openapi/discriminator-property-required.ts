import { allSchemas } from '../../contract/walk.ts';
import { everyAlternative } from './composed.ts';
import { httpRule } from './http-rule.ts';

export const discriminatorPropertyRequired = httpRule({
  id: 'discriminator-property-required',
  severity: 'warning',
  summary: 'The property that a discriminator names is required.',
  why: 'What happens when the property is absent is undefined: a value without it cannot be told from the others.',
  fix: 'List the property under "required" in the schema or in each alternative. In 3.2, a defaultMapping serves as well.',
  reference: 'OpenAPI 3.1.1, 4.8.25 Discriminator Object',
  check(contract, report) {
    for (const schema of allSchemas(contract)) {
      const { discriminator } = schema;
      if (discriminator === undefined || discriminator.defaultMapping !== undefined) continue;
      const { propertyName, location } = discriminator;
      if (everyAlternative(schema, contract, ({ required }) => required?.includes(propertyName) === true)) continue;
      const message = `The discriminator's property "${propertyName}" is not required here or not in each alternative. Require it.`;
      report({ location, message });
    }
  },
});
