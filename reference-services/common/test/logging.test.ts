import { expect, it } from 'vitest';
import { createLogger } from '../logging.ts';

it('a log line hides what may be secret or personal, and the values that a driver attaches to its errors', () => {
  const lines: string[] = [];
  const destination = { write: (line: string) => void lines.push(line) };
  const logger = createLogger({ service: 'test', level: 'info', destination });
  const error = Object.assign(new Error('duplicate key'), {
    code: '23505',
    detail: 'Key (name)=(Lan) already exists.',
  });
  logger.info(
    { authorization: 'Bearer abc', speaker: { id: 'spk_1', displayName: 'Lan', deep: { text: 'Lan' } }, error },
    'hello',
  );
  const { time, error: logged, ...rest } = JSON.parse(lines[0] ?? '');
  expect(Number.isNaN(Date.parse(time))).toBe(false);
  expect(rest).toEqual({
    level: 'info',
    service: 'test',
    authorization: '[hidden]',
    speaker: { id: 'spk_1', displayName: '[hidden]', deep: { text: '[hidden]' } },
    msg: 'hello',
  });
  expect({ ...logged, stack: '' }).toEqual({ name: 'Error', message: 'duplicate key', code: '23505', stack: '' });
});
