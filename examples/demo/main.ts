/** `npm run demo`: the whole way once, on what the repository holds. Nothing is downloaded, nothing outside it is touched. */
import { globSync } from 'node:fs';
import { join } from 'node:path';
import { startMetadata } from '../../reference-services/metadata/src/start.ts';
import { breakApp } from '../../reference-services/metadata/test/support/break-app.ts';
import { Caller } from '../../reference-services/metadata/test/support/caller.ts';
import { contractGiven } from '../../reference-services/metadata/test/support/contract-given.ts';
import { tour } from '../metadata-client/tour.ts';
import { breakCopy } from './broken-copy.ts';
import { expectThat } from './expect-that.ts';
import { holdToContract } from './hold-to-contract.ts';
import { runCli } from './run-cli.ts';
import { everyScope, quiet } from './service-settings.ts';
import { dim, good, heading, say, show } from './show.ts';

const started = performance.now();
const root = join(import.meta.dirname, '../..');
const contracts = globSync('contracts/*/{openapi,asyncapi}.yaml', { cwd: root }).length;

heading('The contracts are valid');
expectThat(runCli(['validate']) === 0, 'the contracts have no errors');

heading('Faults are found, with their place and what to do');
say('A copy of a contract with three slips that people really make:\n');
const copy = breakCopy(join(root, 'contracts'));
expectThat(runCli(['validate', 'contracts/metadata'], copy.folder) === 1, 'the faults are found');
copy.remove();

heading('Generated code is what the contracts say');
expectThat(runCli(['generate', '--check']) === 0, 'nothing has drifted');

heading('The metadata service runs, on a database inside the process');
const service = await startMetadata(...quiet());
const token = await service.issuer?.issue({ tenant: 'ten_01KE61HRW0SBPJSA9J9W613CTT', scopes: everyScope });
if (token === undefined) throw new Error('Without a configured key set the service has an issuer of its own.');
show(`listening at ${service.url}`);
show(`GET /ready ${dim(await (await fetch(`${service.url}/ready`)).text())}`);

heading('The generated client drives it');
for await (const { call, answer } of tour(service.url, token)) show(`${call.padEnd(40)} ${answer}`);

heading('It keeps its contract: the generated tests, over the network');
const send = (request: Request) => fetch(new Request(request.url.replace('http://localhost', service.url), request));
const caller = new Caller({ request: (path, init) => fetch(`${service.url}${path}`, init) }, () => token);
const given = contractGiven(caller);
const sound = await holdToContract({ title: 'as built', request: send, token, given });
expectThat(sound.ok, 'the service keeps its contract');

heading('A service that drifts is caught');
say('The same tests against builds that were broken on purpose:\n');
for (const kind of ['wrong-status', 'missing-field', 'unknown-enum-value'] as const) {
  const { fetch: request } = breakApp({ fetch: send }, kind);
  const report = await holdToContract({ title: kind, request, token, given });
  expectThat(!report.ok, `${kind} is noticed`);
}
await service.stop();

const seconds = ((performance.now() - started) / 1000).toFixed(0);
heading('What you have just seen');
show(
  `${good('✓')} ${contracts} contracts and their frozen releases validated: structure, semantics, examples, conventions`,
);
show(`${good('✓')} faults shown at their line and column`);
show(`${good('✓')} generated code proven to be in step with its contract`);
show(`${good('✓')} a generated client and a generated server talking to each other`);
show(`${good('✓')} ${sound.passed} claims of the contract held, and three broken builds caught`);
show(`\nin ${seconds} s. Where to go next:`);
show(`  your own contract      npx ai2text-contracts validate path/to/openapi.yaml
  a typed client         npx ai2text-contracts generate path/to/openapi.yaml -t typescript-client -o src/client
  what a rule means      npx ai2text-contracts explain operation-id-unique
  how it is built        docs/architecture.md`);
