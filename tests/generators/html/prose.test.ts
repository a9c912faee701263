import { expect, test } from 'vitest';
import { Prose } from '../../../generators/html/prose.ts';

const render = (text: string) => new Prose().block(text).text.replace(/^<div class="prose">([\s\S]*)<\/div>$/, '$1');

test.each([
  ['CommonMark', 'A *b* **c** `d`', '<p>A <em>b</em> <strong>c</strong> <code>d</code></p>'],
  ['headings below those of the page', '# A\n\n## B', '<h4>A</h4>\n<h5>B</h5>'],
  ['headings that begin lower down', '### A\n\n#### B', '<h4>A</h4>\n<h5>B</h5>'],
  [
    'tables',
    '| a |\n|:-:|\n| b |',
    '<table>\n<thead>\n<tr>\n<th>a</th>\n</tr>\n</thead>\n<tbody>\n<tr>\n<td>b</td>\n</tr>\n</tbody>\n</table>',
  ],
  ['links', '[a](https://a.example)', '<p><a href="https://a.example" rel="noopener noreferrer">a</a></p>'],
  [
    'addresses',
    'See https://a.example.',
    '<p>See <a href="https://a.example" rel="noopener noreferrer">https://a.example</a>.</p>',
  ],
  [
    'images as links, for a page fetches nothing',
    '![a](https://a.example/b.png)',
    '<p><a rel="noopener noreferrer" href="https://a.example/b.png">a</a></p>',
  ],
  ['no link to a script', '[a](javascript:b)', '<p>[a](javascript:b)</p>'],
  ['no relative link', '[a *b*](#c) ![d](e.png)', '<p>a <em>b</em> d</p>'],
  ['no HTML', '<b onclick="c">a</b>', '<p>&lt;b onclick=&quot;c&quot;&gt;a&lt;/b&gt;</p>'],
  ['nothing for nothing', ' ', ' '],
])('descriptions: %s', (_claim, text, expected) => {
  expect(render(text) || ' ').toBe(expected);
});
