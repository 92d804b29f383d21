import { join } from 'node:path'
import { defineConfig } from 'vitest/config'
import { BaseSequencer, type TestSpecification } from 'vitest/node'

// Child processes and threads of the tests start twice as fast with compiled sources at hand.
process.env.NODE_COMPILE_CACHE ??= join(import.meta.dirname, '.cache/compiled')

/** Small files that take long. Begun last, as the smallest are, they would leave one worker alone at the end. */
const LONG = /\/test\/(property|durability)\/|\/postgres\/sharing\./

class LongFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files)
    const isLong = ({ moduleId }: TestSpecification): boolean => LONG.test(moduleId)
    return [...sorted.filter(isLong), ...sorted.filter((file) => !isLong(file))]
  }
}

const shared = {
  testTimeout: 120_000,
  hookTimeout: 180_000,
  pool: 'forks',
  maxWorkers: 2,
  globalSetup: 'test/harness/global-setup.ts',
} as const

export default defineConfig({
  test: {
    sequence: { sequencer: LongFirst },
    projects: [
      // One worker, one copy of the sources: to read them anew for each file was a quarter of the time.
      { test: { ...shared, name: 'house', isolate: false, include: ['src/**/*.test.ts', 'test/**/*.test.ts'] } },
      { test: { ...shared, name: 'browser', include: ['e2e/**/*.test.ts'], testTimeout: 120_000 } },
      { test: { ...shared, name: 'long', include: ['test/**/*.long.ts'], testTimeout: 1_800_000 } },
    ],
  },
})
