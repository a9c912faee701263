import { expect, test } from 'vitest';
import { gatherWrites } from '../../vectors/lance/gathered.ts';
import { createSerial } from '../../vectors/lance/serial.ts';

test('what comes in while a write runs is written together, in its order', async () => {
  const written: (readonly number[])[] = [];
  const writes = gatherWrites<number>(createSerial().run, async (items) => {
    written.push([...items]);
    await new Promise(setImmediate);
  });
  await Promise.all([writes.add([1]), writes.add([2, 3]).then(() => writes.add([6])), writes.add([4, 5])]);
  expect(written).toEqual([[1, 2, 3, 4, 5], [6]]);
});

test('a write that fails fails for all whose items are in it, and for nobody else', async () => {
  const writes = gatherWrites<string>(createSerial().run, async (items) => {
    if (items.includes('bad')) throw new Error('no');
  });
  const together = [writes.add(['good']), writes.add(['bad'])];
  expect((await Promise.allSettled(together)).map(({ status }) => status)).toEqual(['rejected', 'rejected']);
  await expect(writes.add(['good'])).resolves.toBeUndefined();
});

test('a write grows no further than 2,000 items', async () => {
  const sizes: number[] = [];
  const writes = gatherWrites<number>(createSerial().run, async ({ length }) => void sizes.push(length));
  await Promise.all(Array.from({ length: 5 }, () => writes.add(Array.from({ length: 900 }, (_, i) => i))));
  expect(sizes).toEqual([1800, 1800, 900]);
});

test('what comes after other work is written after it', async () => {
  const done: string[] = [];
  const serial = createSerial();
  const writes = gatherWrites<string>(serial.run, async (items) => void done.push(items.join()));
  const first = writes.add(['a']);
  writes.part();
  const other = serial.run(async () => void done.push('delete'));
  await Promise.all([first, other, writes.add(['b'])]);
  expect(done).toEqual(['a', 'delete', 'b']);
});
