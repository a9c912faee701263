import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts', 'reference-services/**/test/**/*.test.ts'],
    exclude: ['**/node_modules/**', '**/golden/**', '**/fixtures/**'],
    // By default one core is left free, which is half of a machine that has two.
    maxWorkers: '100%',
    testTimeout: 30_000,
    hookTimeout: 60_000,
  },
});
