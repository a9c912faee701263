import { expect, test } from 'vitest';
import { compareContracts, compatRules } from '../../../core/compat/index.ts';
import { printMigrationGuide } from '../../../core/compat/release/migration-guide.ts';
import { adviceByRule } from '../../../core/compat/release/what-to-do.ts';
import type { ReportedChange } from '../../../core/compat/report/report.ts';
import type { Contract } from '../../../core/contract/model.ts';
import { loadContract } from '../../../core/load-contract.ts';
import { Workspace } from '../../../core/source/workspace.ts';

async function contract(text: string): Promise<Contract> {
  const workspace = new Workspace({ files: { read: (path) => ({ refusal: `points to ${path}` }) } });
  workspace.add('contract.yaml', text);
  const loaded = await loadContract(workspace, 'contract.yaml');
  if (!loaded.ok) throw new Error(loaded.diagnostics.map(({ message }) => message).join('\n'));
  return loaded.contract;
}

const shop = (version: string, paths: string) =>
  contract(`openapi: 3.1.1\ninfo: { title: Shop, version: ${version} }\npaths:\n${paths}`);
const order = (schema: string, example = '') => `  /orders:
    post:
      requestBody: { required: true, content: { application/json: { schema: ${schema}${example} } } }
      responses: { '201': { description: Taken. } }
`;

/** The guide from the first title to the sunset of the old major, without those two. */
async function guide(
  before: string,
  after: string,
  edit = (changes: readonly ReportedChange[]) => changes,
): Promise<string> {
  const [old, now] = [await shop('1.0.0', before), await shop('2.0.0', after)];
  const found = compareContracts(old, now, { profile: 'standard', eventMode: 'ACTION' });
  const changes = found.flatMap((change) =>
    change.verdict === 'breaking' ? [{ ...change, accepted: undefined }] : [],
  );
  const since = [{ contract: old, changes: edit(changes) }];
  const text = printMigrationGuide({ since, after: now, version: '2.0.0', sunset: '2027-02-19' });
  return text.replace(/^.*?move before then\.\n\n/s, '').replace(/\n## Sunset of the old major.*$/s, '');
}

const before = order('{ type: object, properties: { id: { type: string }, count: { type: integer } } }');
const required =
  '{ type: object, required: [note], properties: { id: { type: string }, count: { type: integer }, note: { type: string, maxLength: 3 } } }';

test("the message of after is the contract's example as near to that of before as is legal", async () => {
  expect(
    await guide(before, order(required, ', example: { id: ord_1, count: 7, note: hey }')),
  ).toBe(`## \`POST /orders\`

### Request body application/json: a new property is required ("note").

This request was legal before and is not any more, because the value must have the property "note".

Before, legal in 1.0.0:

\`\`\`http
POST /orders
Content-Type: application/json

{}
\`\`\`

After, legal in 2.0.0:

\`\`\`http
POST /orders
Content-Type: application/json

{
  "note": "hey"
}
\`\`\`

**What to do:** Send it in the second form. 1.0.0 accepts that too, so begin today.
`);
});

test('an example that is not legal is not shown; a legal message is made instead', async () => {
  const text = await guide(before, order(required, ', example: { note: too long }'));
  expect(text).not.toContain('too long');
  expect(text).toMatch(
    /After, legal in 2\.0\.0:\n\n```http\nPOST \/orders\nContent-Type: application\/json\n\n\{\n {2}"note": ".{0,3}"\n\}\n```/,
  );
});

test('where nothing is legal any more, only what to do is said', async () => {
  const text = await guide(before, order('{ type: object, allOf: [{ type: string }] }'));
  expect(text).toContain('Before, legal in 1.0.0:');
  expect(text).not.toContain('After, legal in');
  expect(text).toContain('**What to do:** ');
});

test('a message that does not pass the check under its contract is never shown', async () => {
  const forged = (changes: readonly ReportedChange[]) =>
    changes.map((change) => {
      const { witness } = change;
      return witness === undefined
        ? change
        : { ...change, witness: { ...witness, answer: { ...witness.answer, value: 'no order' } } };
    });
  const text = await guide(before, order(required), forged);
  expect(text).not.toContain('no order');
  expect(text).not.toContain('Before, legal in');
});

test('what is asked for around the schemas is shown by the least request of each version', async () => {
  const orders = (parameters: string) => `  /orders/{orderId}:
    get:
      parameters:
        - { name: orderId, in: path, required: true, schema: { type: string, examples: [ord_1] }, example: ord_1 }${parameters}
      responses: { '200': { description: Found. } }
`;
  const tenant =
    '\n        - { name: X-Tenant, in: header, required: true, schema: { type: string }, example: acme }\n        - { name: view, in: query, required: true, schema: { enum: [full, brief] } }';
  expect(await guide(orders(''), orders(tenant))).toMatch(
    /^## `GET \/orders\/\{orderId\}`\n\n### Header parameter X-Tenant was added and is required\.\n\nBefore, legal in 1\.0\.0:\n\n```http\nGET \/orders\/ord_1\n```\n\nAfter, legal in 2\.0\.0:\n\n```http\nGET \/orders\/ord_1\?view=full\nX-Tenant: acme\n```\n\n\*\*What to do:\*\* Send it with every request to the new version\.\n\n###/,
  );
});

test('an operation that is gone has a message of before only', async () => {
  const other = "  /other:\n    get: { responses: { '200': { description: Fine. } } }\n";
  expect(await guide(order('{ type: integer, maximum: 3, minimum: 3 }'), other)).toBe(`## \`POST /orders\`

### POST /orders was removed.

Before, legal in 1.0.0:

\`\`\`http
POST /orders
Content-Type: application/json

3
\`\`\`

**What to do:** Stop calling it; the old major answers it until the sunset. Nothing of its name takes its place.
`);
});

test('of a response that may say more, the old one is shown beside it', async () => {
  const answer = (values: string) => `  /state:
    get:
      responses: { '200': { description: It., content: { application/json: { schema: { type: object, required: [state], properties: { state: { type: string, enum: [${values}] } } } } } } }
`;
  const [old, now] = [await shop('1.0.0', answer('on, off')), await shop('2.0.0', answer('on, off, broken'))];
  const changes = compareContracts(old, now, { profile: 'strict', eventMode: 'ACTION' });
  const since = [{ contract: old, changes: changes.map((change) => ({ ...change, accepted: undefined })) }];
  const text = printMigrationGuide({ since, after: now, version: '2.0.0', sunset: '2027-02-19' });
  expect(text.match(/(?:Before|After), legal in \S+:\n\n```http\n.*?```/gs)).toEqual([
    'Before, legal in 1.0.0:\n\n```http\nGET /state\n\nHTTP/1.1 200\nContent-Type: application/json\n\n{\n  "state": "on"\n}\n```',
    'After, legal in 2.0.0:\n\n```http\nGET /state\n\nHTTP/1.1 200\nContent-Type: application/json\n\n{\n  "state": "broken"\n}\n```',
  ]);
});

test('advice is given for rules that there are', () => {
  const known = new Set(compatRules.map(({ id }) => id));
  expect(Object.keys(adviceByRule).filter((rule) => !known.has(rule))).toEqual([]);
});
