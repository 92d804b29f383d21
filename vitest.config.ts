import { defineConfig } from 'vitest/config'

const shared = {
  testTimeout: 120_000,
  hookTimeout: 180_000,
  pool: 'forks',
  maxWorkers: 2,
  globalSetup: 'test/harness/global-setup.ts',
} as const

export default defineConfig({
  test: {
    projects: [
      { test: { ...shared, name: 'house', include: ['src/**/*.test.ts', 'test/**/*.test.ts'] } },
      { test: { ...shared, name: 'browser', include: ['e2e/**/*.test.ts'], testTimeout: 120_000 } },
      { test: { ...shared, name: 'long', include: ['test/**/*.long.ts'], testTimeout: 1_800_000 } },
    ],
  },
})
