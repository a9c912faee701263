import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts', 'reference-services/**/test/**/*.test.ts'],
    exclude: ['**/node_modules/**', '**/golden/**', '**/fixtures/**'],
    testTimeout: 30_000,
    hookTimeout: 60_000,
  },
});
