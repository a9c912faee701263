/** `node examples/petstore/main.ts`: serves the petstore and calls it with the client made from the same contract. */
import { serve } from '@hono/node-server';
import { createApp } from './app.ts';
import { createClient } from './generated/client/index.ts';

const app = createApp({ pets: [] });
const server = serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' }, async ({ port }) => {
  const client = createClient({ baseUrl: `http://127.0.0.1:${port}`, credentials: { token: 'let-me-in' } });

  const created = await client.createPet({ body: { name: 'Mực', tag: 'dog' } });
  console.log('createPet', created.status, created.body);

  const found = await client.getPet({ path: { petId: 1 } });
  // The status decides which body there is, for the compiler too.
  if (found.status === 200) console.log('getPet', found.body.name);

  const missing = await client.getPet({ path: { petId: 7 } });
  console.log('getPet', missing.status, missing.body);

  const dogs = await client.listPets({ query: { tags: ['dog'], limit: 5 } });
  console.log('listPets', dogs.status, dogs.body);
  server.close();
});
