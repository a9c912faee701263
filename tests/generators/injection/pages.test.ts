import { CORE_SCHEMA, load } from 'js-yaml';
import MarkdownIt from 'markdown-it';
import { expect, test } from 'vitest';
import { bundle } from '../../../generators/bundle/target.ts';
import { html } from '../../../generators/html/target.ts';
import { markdown } from '../../../generators/markdown/target.ts';
import { defaultTargetOptions, type Target } from '../../../generators/target.ts';
import { openPage } from '../html/open-page.ts';
import { contractFrom } from '../support/contract.ts';
import { sneakedIn } from '../support/sneaked-in.ts';
import { hostileDocuments, nameOf } from './hostile-documents.ts';

const cases = [
  { name: 'openapi', step: 4 },
  { name: 'asyncapi', step: 1 },
] as const;

/** As trusting as a renderer can be: HTML goes through, every address is a link. */
const trusting = new MarkdownIt({ html: true });
trusting.validateLink = () => true;

const pages = { html: (text: string) => text, markdown: (text: string) => trusting.render(text) };

test.each(cases.flatMap((one) => (['html', 'markdown'] as const).map((target) => ({ ...one, target }))))(
  'a page of $target about a hostile $name document holds nothing that a reference has no use for',
  ({ name, step, target }) => {
    const hostile = hostileDocuments(name).filter((_, i) => i % step === 0);
    expect(hostile.length).toBeGreaterThan(300);
    const seen = new Set<string>();
    const failures = hostile.flatMap((one) => {
      const text = textOf(target === 'html' ? html : markdown, one.document);
      if (seen.has(text)) return [];
      seen.add(text);
      const { window, faults, canaries } = openPage(pages[target](text));
      const strange = [...sneakedIn(window.document), ...faults, ...(canaries() > 0 ? ['the canary'] : [])];
      window.close();
      return strange.length === 0 ? [] : [{ ...nameOf(one), strange }];
    });
    expect(failures).toEqual([]);
  },
  180_000,
);

test.each(cases)(
  'the bundle of a hostile $name document is that document',
  ({ name, step }) => {
    for (const { document } of hostileDocuments(name).filter((_, i) => i % step === 0)) {
      expect(load(textOf(bundle, document), { schema: CORE_SCHEMA })).toEqual(document);
    }
  },
  180_000,
);

function textOf(target: Target, document: unknown): string {
  return target.generate(contractFrom(JSON.stringify(document)), defaultTargetOptions).files[0]?.text ?? '';
}
