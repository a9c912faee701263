import { expect, test } from 'vitest';
import { prose } from '../../../generators/markdown/prose.ts';

test.each([
  [
    'what is fine stays as it is',
    'A *b* **c** `d_e` snake_case https://a.example/b_c',
    'A *b* **c** `d_e` snake_case https://a.example/b_c',
  ],
  ['paragraphs and breaks', 'a\nb  \nc\n\nd', 'a\nb\\\nc\n\nd'],
  ['headings begin right below what they describe', '# A\n\n## B', '#### A\n\n##### B'],
  ['nested lists', '- a\n  - b\n\n    c\n- d', '- a\n  - b\n\n    c\n- d'],
  ['numbered lists', '3. a\n4. b', '3. a\n4. b'],
  ['quotations', '> a\n> b', '> a\n> b'],
  ['code that holds a fence', '````\n```\n````', '````\n```\n````'],
  ['an open fence is closed', '```js\na', '```js\na\n```'],
  ['tables', '| a | b |\n|---|:-:|\n| `c\\|d` | e |', '| a | b |\n|---|---|\n| `c\\|d` | e |'],
  ['links', '[a](https://a.example/(b) "t")', '[a](https://a.example/%28b%29)'],
  ['images as links', '![a](https://a.example)', '[a](https://a.example)'],
  ['no link to a script', '[a](javascript:b)', '\\[a\\](javascript:b)'],
  ['no relative link', '[a *b*](#c) ![d](e.png)', 'a *b* d'],
  ['no HTML', '<b>a</b> &lt;i&gt;', '&lt;b&gt;a&lt;/b&gt; &lt;i&gt;'],
  ['no marker that was escaped', '\\# a\n\\- b\n1\\. c', '\\# a\n\\- b\n1\\. c'],
])('descriptions: %s', (_claim, text, expected) => {
  expect(prose(text)).toBe(expected);
});
