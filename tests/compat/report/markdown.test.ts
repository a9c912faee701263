import { expect, test } from 'vitest';
import { printDiff } from '../../../core/compat/report/index.ts';
import { change, comparison, report } from './example-report.ts';

test('a table of what changed, then each change that calls for somebody, then the rest folded', () => {
  const changes = [change(), change({ verdict: 'info', message: 'A value was added.' })];
  const unchanged = comparison({ contract: 'b/openapi.yaml', changes: [] });
  expect(
    printDiff(report({ comparisons: [comparison({ changes }), unchanged] }), 'markdown'),
  ).toBe(`## Contract changes: 1 breaking, 1 compatible

| contract | since | result |
|---|---|---|
| \`shop/openapi.yaml\` | \`1.0.0\` | 1 breaking, 1 compatible; the least version is 2.0.0 |

No changes: \`b/openapi.yaml\`.

### \`shop/openapi.yaml\` since \`shop/releases/1.0.0.yaml\`

#### 🔴 breaking: \`POST /search\`

The maximum was lowered (100 → 50). Go on accepting what was legal. (\`request-maximum-decreased\`)

Before \`shop/releases/1.0.0.yaml:3:8\`, after \`shop/openapi.yaml:4:8\`.

This request was legal before and is not any more, because /limit must be at most 50, but is 51:

\`\`\`http
POST /search
Content-Type: application/json

{
  "limit": 51
}
\`\`\`

<sub>fingerprint \`0123456789abcdef\`</sub>

<details><summary>1 compatible or accepted</summary>

- \`POST /search\`: A value was added. (\`request-maximum-decreased\`)

</details>
`);
});

test('what does not fit into a comment is cut between changes, and counted', () => {
  const changes = Array.from({ length: 300 }, (_, i) => change({ subject: `POST /search/${i}` }));
  const markdown = printDiff(report({ comparisons: [comparison({ changes })] }), 'markdown');
  expect(markdown.length).toBeLessThanOrEqual(65_536);
  const shown = markdown.match(/^#### /gm)?.length ?? 0;
  expect(shown).toBeGreaterThan(100);
  expect(markdown.split('\n').slice(-4)).toEqual([
    '<sub>fingerprint `0123456789abcdef`</sub>',
    '',
    `> **${300 - shown} more changes did not fit:** a comment holds 65,536 characters. \`diff --format html --output changes.html\` shows everything.`,
    '',
  ]);
});

test('the table itself may be too long', () => {
  const comparisons = Array.from({ length: 2000 }, (_, i) =>
    comparison({ contract: `contracts/a-rather-long-name/${i}.yaml` }),
  );
  const markdown = printDiff(report({ comparisons }), 'markdown');
  expect(markdown).toBe(
    '## Contract changes: 2000 breaking\n\n> **2000 more changes did not fit:** a comment holds 65,536 characters. `diff --format html --output changes.html` shows everything.\n',
  );
});
