import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { htmlStyle } from '../../../core/compat/report/html-style.ts';
import { printDiff } from '../../../core/compat/report/index.ts';
import type { DiffReport } from '../../../core/compat/report/report.ts';
import { change, comparison, report, sourceOf, witness } from './example-report.ts';

const html = (parts: Partial<DiffReport> = {}) => printDiff(report(parts), 'html');

test('one change, with both places, its message as an exchange, and an anchor', () => {
  const body = html()
    .replace(/^.*<main>\n/s, '')
    .replace(/<\/main>.*$/s, '');
  expect(body).toBe(`<section id="contract-1">
<h2><code>shop/<wbr>openapi.yaml</code></h2>
<p class="outcome">since <code>shop/<wbr>releases/<wbr>1.0.0.yaml</code>: 1 breaking; the least version is 2.0.0</p>
<details class="change breaking" open>
<summary><span class="badge">breaking</span> <code class="subject">POST /search</code> <span class="rule">request-maximum-decreased</span></summary>
<div class="body" id="0123456789abcdef">
<p>The maximum was lowered (100 → 50). Go on accepting what was legal.</p>
<dl class="places"><dt>before</dt><dd><code>shop/<wbr>releases/<wbr>1.0.0.yaml:3:8</code></dd><dt>after</dt><dd><code>shop/<wbr>openapi.yaml:4:8</code></dd></dl>
<figure><figcaption>This request was legal before and is not any more, because /limit must be at most 50, but is 51:</figcaption><pre>POST /search
Content-Type: application/json

{
  <mark>&quot;limit&quot;: 51</mark>
}</pre></figure>
<p class="foot"><a href="#0123456789abcdef">link</a> · fingerprint <code>0123456789abcdef</code></p>
</div>
</details>
</section>
`);
});

test('the page allows itself nothing but its own style', () => {
  const hash = createHash('sha256').update(htmlStyle).digest('base64');
  const page = html();
  expect(page).toContain(
    `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'">`,
  );
  expect(page).toContain(`<style>${htmlStyle}</style>`);
  expect(page).not.toMatch(/<(?:script|link|img|iframe|object|embed)\b|\ssrc=|\sstyle=|\son\w+=|url\(|@import/);
});

test('every verdict has a box of its own, and those without a change have none', () => {
  const accepted = { because: 'Nobody calls it.', by: 'Ana', until: '2027-01-31' };
  const changes = [change(), change({ verdict: 'info' }), change({ accepted })];
  const page = html({ comparisons: [comparison({ changes })] });
  expect([...page.matchAll(/<input type="checkbox" id="([^"]*)"/g)].map(([, id]) => id)).toEqual([
    'show-breaking',
    'show-accepted',
    'show-info',
  ]);
  expect([...page.matchAll(/<details class="change (\w+)"( open)?>/g)].map(([, label, open]) => [label, open])).toEqual(
    [
      ['breaking', ' open'],
      ['info', undefined],
      ['accepted', undefined],
    ],
  );
  for (const label of ['breaking', 'warning', 'accepted', 'info'])
    expect(htmlStyle).toContain(`body:has(#show-${label}:not(:checked)) .change.${label}`);
});

test('the same change in two comparisons has two anchors', () => {
  const page = html({ comparisons: [comparison(), comparison()] });
  expect([...page.matchAll(/class="body" id="([^"]*)"/g)].map(([, id]) => id)).toEqual([
    '0123456789abcdef',
    '0123456789abcdef-2',
  ]);
});

test('several contracts have a table that leads to each', () => {
  const page = html({
    comparisons: [comparison(), comparison({ contract: 'b.yaml', before: undefined, outcome: 'added', changes: [] })],
  });
  expect(page.replace(/^.*<main>\n/s, '').replace(/<section.*$/s, '')).toBe(`<table>
<thead><tr><th scope="col">contract</th><th scope="col">compared with</th><th scope="col">result</th></tr></thead>
<tbody>
<tr><th scope="row"><a href="#contract-1"><code>shop/<wbr>openapi.yaml</code></a></th><td><code>1.0.0</code></td><td>1 breaking; the least version is 2.0.0</td></tr>
<tr><th scope="row"><code>b.yaml</code></th><td></td><td>a new contract</td></tr>
</tbody>
</table>
`);
});

test('contracts without changes stand aside', () => {
  const page = html({ comparisons: [comparison({ changes: [], contract: 'a.yaml' })] });
  expect(page).toContain(
    '<details class="unchanged"><summary>1 comparison without changes</summary><p><code>a.yaml</code> since <code>shop/<wbr>releases/<wbr>1.0.0.yaml</code></p></details>',
  );
  expect(page).not.toContain('<table>');
});

describe('hostile text stays text', () => {
  test.each([
    '</script><script>alert(1)</script>',
    '"><img src=x onerror=alert(1)>',
    "' onmouseover='x",
    '</style><style>*{}',
    '<!--',
    '&lt;b&gt;',
    'javascript:alert(1)//\u202E\u0000',
  ])('%j', (hostile) => {
    const accepted = { because: hostile, by: hostile, until: hostile };
    const proof = witness(
      { part: 'request-body', name: hostile, acceptedBy: 'old' },
      { [hostile]: [hostile] },
      hostile,
    );
    const source = sourceOf(`${hostile}.yaml`, 'limit: 1\n');
    const all = change({
      rule: hostile,
      subject: hostile,
      message: hostile,
      fingerprint: hostile,
      undecided: `${hostile}!`,
      witness: proof,
      before: source.at('/limit'),
      after: source.at('/limit'),
    });
    const version = { path: hostile, revision: hostile };
    const page = html({
      comparisons: [
        comparison({ contract: hostile, before: version, after: version, changes: [all, { ...all, accepted }] }),
      ],
      findings: [{ rule: hostile, severity: 'error', message: hostile, location: source.at('/limit') }],
      toolVersion: hostile,
    });
    // The markup is that of a page whose texts are all harmless.
    const tags = (text: string) =>
      text
        .replace(/<style>.*?<\/style>/s, '')
        .match(/<[^>]*>/g)
        ?.filter((tag) => tag !== '<wbr>');
    const plain = page.replaceAll(escaped(hostile), 'x');
    expect(
      tags(plain)?.every((tag) => /^<(?:!doctype html|\/?[a-z][a-z0-9]*(?: [a-z-]+(?:="[^"<>]*")?)*)>$/i.test(tag)),
    ).toBe(true);
    expect(plain).not.toMatch(/<(?:script|img)\b/);
    expect([...page].filter((one) => one === '\u0000' || one === '\u202E')).toEqual([]);
    expect(page.match(/<style>/g)).toHaveLength(1);
  });
});

function escaped(hostile: string): string {
  const entities: Readonly<Record<string, string>> = {
    '&': '&amp;',
    '<': '&lt;',
    '>': '&gt;',
    '"': '&quot;',
    "'": '&#39;',
  };
  return hostile.replace(/[&<>"']/g, (character) => entities[character] ?? character);
}
