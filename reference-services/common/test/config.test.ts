import { describe, expect, it } from 'vitest';
import { ConfigurationError, type Environment, readConfig } from '../config.ts';

function read(environment: Environment) {
  return readConfig(environment, (settings) => ({
    port: settings.integer('PORT', { fallback: 8080, minimum: 0, maximum: 65_535 }),
    level: settings.oneOf('LOG_LEVEL', ['info', 'error'], 'info'),
    folder: settings.optional('FOLDER'),
  }));
}

describe('readConfig', () => {
  it('takes what is set and falls back for what is not, or is empty', () => {
    expect(read({ PORT: '0', LOG_LEVEL: 'error', FOLDER: '/data' })).toEqual({
      port: 0,
      level: 'error',
      folder: '/data',
    });
    expect(read({ PORT: '', LOG_LEVEL: ' ' })).toEqual({ port: 8080, level: 'info', folder: undefined });
  });

  it('names every variable that is wrong, and what to set it to', () => {
    expect(() => read({ PORT: '80.5', LOG_LEVEL: 'loud' })).toThrow(
      new ConfigurationError([
        'PORT is "80.5". Set it to a whole number from 0 to 65535.',
        'LOG_LEVEL is "loud". Set it to one of info, error.',
      ]),
    );
    for (const port of ['-1', '65536', '1e3', '0x10', 'http']) expect(() => read({ PORT: port })).toThrow(/^PORT is/);
  });
});
