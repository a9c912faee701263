import { createApp } from '../../examples/petstore/app.ts';
import { contractTests } from '../../examples/petstore/generated/contract-tests.ts';

/** All that a service needs to be held against its contract. */
contractTests({
  request: (request) => createApp({ pets: [{ id: 1, name: 'Mực', tag: 'dog' }] }).fetch(request),
  auth: { Authorization: 'Bearer let-me-in' },
  given: { getPet: () => ({ path: { petId: 1 } }) },
});
