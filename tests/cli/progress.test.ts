import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Progress } from '../../cli/generate/progress.ts';

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['performance'] });
});
afterEach(() => {
  vi.useRealTimers();
});

function shown(out: { readonly isTTY?: boolean; readonly columns?: number }, total: number, wait: number): string {
  let text = '';
  const write = (more: string) => {
    text += more;
  };
  const progress = new Progress({ ...out, write }, total);
  vi.advanceTimersByTime(wait);
  progress.show(1, 'html contracts/a.yaml');
  progress.clear();
  return text;
}

test('a long run on a terminal shows how far it is, in one line that goes away again', () => {
  expect(shown({ isTTY: true, columns: 48 }, 4, 500)).toBe(
    `\r\u001b[K${'█'.repeat(6)}${'░'.repeat(18)} 1/4 html contr\r\u001b[K`,
  );
});

test.each([
  ['a pipe', {}, 4, 500],
  ['a short run', { isTTY: true }, 4, 100],
  ['a single target', { isTTY: true }, 1, 500],
])('%s shows nothing', (_what, out, total, wait) => {
  expect(shown(out, total, wait)).toBe('');
});
