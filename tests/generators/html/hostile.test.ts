import { createHash } from 'node:crypto';
import { JSDOM } from 'jsdom';
import { describe, expect, test } from 'vitest';
import { html } from '../../../generators/html/target.ts';
import { contractFrom } from '../support/contract.ts';
import { hostileAsyncApi, hostileOpenApi, hostileTexts } from '../support/hostile-contracts.ts';
import { sneakedIn } from '../support/sneaked-in.ts';
import { openPage } from './open-page.ts';

const pageOf = (text: string) => html.generate(contractFrom(text), { importExtension: '.js' }).files[0]?.text ?? '';

describe.each([
  ['HTTP', hostileOpenApi],
  ['event', hostileAsyncApi],
] as const)('in every position of an %s contract', (_kind, contractWith) => {
  test.each(hostileTexts.map((text) => [JSON.stringify(text), text]))('%s stays text', (_shown, text) => {
    const { window, faults, canaries } = openPage(pageOf(contractWith(text)));
    const { document } = window;
    for (const details of document.querySelectorAll('details')) details.dispatchEvent(new window.Event('toggle'));
    expect([canaries(), faults]).toEqual([0, []]);
    expect(sneakedIn(document)).toEqual([]);
    expect(document.scripts.length).toBe(1);
    expect(document.querySelector('h1')?.textContent).toBe(visible(text));
    window.close();
  });
});

/** What a page shows for characters that nobody can see. */
function visible(text: string): string {
  return text.replace(/(?![\n\t])[\p{Cc}\p{Cs}\u202a-\u202e\u2066-\u2069]/gu, '\ufffd');
}

test('the policy of a page allows its own script and style and nothing else', () => {
  const { document } = new JSDOM(pageOf(hostileOpenApi('x'))).window;
  const digest = (element: Element | null) =>
    `'sha256-${createHash('sha256')
      .update(element?.textContent ?? '')
      .digest('base64')}'`;
  const policy = document.querySelector('meta[http-equiv="Content-Security-Policy"]')?.getAttribute('content');
  expect(policy).toBe(
    `default-src 'none'; script-src ${digest(document.querySelector('script'))}; style-src ${digest(
      document.querySelector('style'),
    )}; img-src data:; base-uri 'none'; form-action 'none'`,
  );
});
