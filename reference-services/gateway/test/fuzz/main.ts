import { parseArgs } from 'node:util';
import { newTenant, openTestGateway, token } from '../support/gateway.ts';
import { openMetadataBehind } from '../support/metadata.ts';
import { fuzz } from './fuzz.ts';

/** `npm run fuzz:gateway -- --requests 10000 --seed 1` */
const { values } = parseArgs({
  options: { requests: { type: 'string', default: '10000' }, seed: { type: 'string', default: '1' } },
});
const metadata = await openMetadataBehind();
const gateway = await openTestGateway({
  upstreams: { metadata: metadata.fetch },
  config: {
    rateLimit: { requests: 10_000_000, windowSeconds: 60 },
    clientLimit: { requests: 10_000_000, windowSeconds: 60 },
  },
});
const authorization = `Bearer ${await token({ tenant: newTenant(), lifetimeSeconds: 86_400 })}`;
const started = performance.now();
const report = await fuzz(gateway.app, { requests: Number(values.requests), seed: Number(values.seed), authorization });
const seconds = (performance.now() - started) / 1000;
for (const fault of report.faults.slice(0, 20)) console.log(fault);
const list = Object.entries(report.statuses).map(([status, count]) => `${status}: ${count}`);
console.log(`${values.requests} requests, seed ${values.seed}, ${seconds.toFixed(1)} s: ${list.join(', ')}`);
console.log(`${report.faults.length} faults`);
await gateway.close();
await metadata.close();
process.exitCode = report.faults.length === 0 ? 0 : 1;
