import { expect, test } from 'vitest';
import { eventRoundTrips } from './events.ts';
import { Loader } from './load.ts';

test('what generated publishers send over the memory broker is what generated consumers get', {
  timeout: 120_000,
}, async () => {
  const loader = new Loader();
  try {
    const { contracts, arrived, refused, failure } = await eventRoundTrips(loader, 30, 20_261_121);
    expect(failure).toBeUndefined();
    expect(contracts).toBe(30);
    expect(arrived).toBeGreaterThan(5 * refused);
  } finally {
    loader.remove();
  }
});
