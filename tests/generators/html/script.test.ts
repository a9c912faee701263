import { type DOMWindow, JSDOM } from 'jsdom';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { html } from '../../../generators/html/target.ts';
import { projectContract } from '../support/project-contract.ts';
import { openPage } from './open-page.ts';

const { contract } = projectContract('contracts/metadata/releases/1.1.0.yaml');
const page = html.generate(contract, { importExtension: '.js' }).files[0]?.text ?? '';
let window: DOMWindow;
let document: Document;
let faults: readonly string[];

beforeEach(() => {
  ({ window, faults } = openPage(page));
  document = window.document;
});
afterEach(() => {
  window.close();
  expect(faults).toEqual([]);
});

function one<T extends Element = HTMLElement>(selector: string): T {
  const found = document.querySelector<T>(selector);
  if (found === null) throw new Error(`The page has no ${selector}`);
  return found;
}

function search(text: string): readonly string[] {
  const input = one<HTMLInputElement>('.search input');
  input.value = text;
  input.dispatchEvent(new window.Event('input'));
  return [...document.querySelectorAll('.contents a:not(.group)')]
    .filter((link) => link.closest('[hidden]') === null)
    .map((link) => link.textContent);
}

function press(key: string, on: Element = document.activeElement ?? document.body): void {
  on.dispatchEvent(new window.KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
}

describe('without the script', () => {
  test('everything is there to read, and every link of the page leads somewhere', () => {
    const still = new JSDOM(page).window.document;
    const hashes = [...still.querySelectorAll('a[href^="#"]')].map((link) => link.getAttribute('href')?.slice(1) ?? '');
    expect(hashes.filter((id) => still.getElementById(id) === null)).toEqual([]);
    const ids = [...still.querySelectorAll('[id]')].map(({ id }) => id);
    expect(ids.length).toBe(new Set(ids).size);
    expect(still.querySelector('#operation-listRecordings')?.textContent).toContain(
      'Only recordings with this status.',
    );
    expect(still.querySelector('.search')?.hasAttribute('hidden')).toBe(true);
  });
});

describe('search', () => {
  test('finds entries by every word that stands in them', () => {
    expect(search('Speaker IDEMPOTENCY')).toEqual([
      'POSTCreate a transcript for a recording',
      'POSTAppend segments to a draft transcript',
      'POSTCreate a speaker',
    ]);
    expect(one('.found').textContent).toBe('3 entries');
    expect(search('zebra')).toEqual([]);
    expect(one('.found').textContent).toBe('0 entries');
    expect(search('').length).toBe(document.querySelectorAll('.contents a:not(.group)').length);
  });

  test('is reached by /, left by Escape, and walked by arrows', () => {
    press('/');
    expect(document.activeElement).toBe(one('.search input'));
    search('say that the process is alive');
    press('ArrowDown');
    expect(document.activeElement?.textContent).toBe('operations');
    press('ArrowDown');
    expect(document.activeElement?.textContent).toBe('GETSay that the process is alive');
    press('ArrowUp');
    press('ArrowUp');
    press('Escape');
    expect(one<HTMLInputElement>('.search input').value).toBe('');
  });

  test('opens on Enter the first entry that is called so, else the first in which it stands', async () => {
    search('create a speaker');
    one('.search input').focus();
    press('Enter');
    await new Promise((resolve) => setTimeout(resolve));
    expect(window.location.hash).toBe('#operation-createSpeaker');
  });
});

test('a schema inside a schema is folded out from its own entry, without doubling an id', () => {
  const details = one<HTMLDetailsElement>('#schema-RecordingPage details.more');
  const name = details.dataset.of ?? '';
  details.dispatchEvent(new window.Event('toggle'));
  details.dispatchEvent(new window.Event('toggle'));
  const names = (of: Element) => [...of.querySelectorAll('.name')].map((element) => element.textContent);
  expect(names(details)).toEqual(names(one(`#${name} .inside`)));
  expect(document.querySelectorAll(`#${name}`).length).toBe(1);
});

test('the theme follows the button and is remembered', () => {
  one('.theme').click();
  expect([document.documentElement.dataset.theme, window.localStorage.getItem('theme')]).toEqual(['dark', 'dark']);
  one('.theme').click();
  expect([document.documentElement.dataset.theme, window.localStorage.getItem('theme')]).toEqual(['light', 'light']);
});

test('code is copied as it stands', async () => {
  let copied = '';
  const clipboard = {
    writeText: async (text: string) => {
      copied = text;
    },
  };
  Object.defineProperty(window.navigator, 'clipboard', { value: clipboard });
  one('#operation-getSpeaker .copy').click();
  await new Promise((resolve) => setTimeout(resolve));
  expect(copied).toBe(one('#operation-getSpeaker figure code').textContent);
  expect(one('#operation-getSpeaker .copy').textContent).toBe('Copied');
});
