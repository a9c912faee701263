import { JSDOM } from 'jsdom';
import MarkdownIt from 'markdown-it';
import { describe, expect, test } from 'vitest';
import { markdown } from '../../../generators/markdown/target.ts';
import { contractFrom } from '../support/contract.ts';
import { hostileAsyncApi, hostileOpenApi, hostileTexts } from '../support/hostile-contracts.ts';
import { sneakedIn } from '../support/sneaked-in.ts';

/** As trusting as a renderer can be: HTML goes through, every address is a link. */
const trusting = new MarkdownIt({ html: true });
trusting.validateLink = () => true;

describe.each([
  ['HTTP', hostileOpenApi],
  ['event', hostileAsyncApi],
] as const)('in every position of an %s contract', (_kind, contractWith) => {
  test.each(hostileTexts.map((text) => [JSON.stringify(text), text]))('%s stays text', (_shown, text) => {
    const { files } = markdown.generate(contractFrom(contractWith(text)), { importExtension: '.js' });
    const rendered = trusting.render(files[0]?.text ?? '');
    let canaries = 0;
    const { window } = new JSDOM(rendered, {
      runScripts: 'dangerously',
      beforeParse: (created) => Object.assign(created, { canary: () => (canaries += 1) }),
    });
    expect(canaries).toBe(0);
    expect(sneakedIn(window.document)).toEqual([]);
    expect(window.document.scripts.length).toBe(0);
    window.close();
  });
});
