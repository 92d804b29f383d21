import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { FastifyInstance } from 'fastify'
import { afterAll } from 'vitest'
import { type House, openHouse } from '../../src/house.ts'
import { readSettings } from '../../src/platform/env.ts'
import { createLog } from '../../src/platform/log.ts'
import { createServer } from '../../src/server.ts'
import { cloneDatabase } from './database.ts'

export type TestHouse = House & { readonly app: FastifyInstance; readonly dataFolder: string }

/** The whole house on a database of its own, closed after the test file. `work` also runs its jobs. */
export async function openTestHouse(
  options: { work?: boolean; environment?: Readonly<Record<string, string>> } = {},
): Promise<TestHouse> {
  const { migratorUrl, appUrl } = await cloneDatabase()
  const dataFolder = await mkdtemp(join(tmpdir(), 'rost-house-'))
  const settings = readSettings({
    DATABASE_URL: appUrl,
    DATABASE_MIGRATOR_URL: migratorUrl,
    ROST_DATA: dataFolder,
    ROST_SECRET: 'a secret for tests, long enough for anybody',
    LOG_LEVEL: process.env.TEST_LOG ?? 'silent',
    ...options.environment,
  })
  const house = await openHouse(settings, createLog(settings.logLevel), { work: options.work ?? false })
  const app = await createServer(house.services)
  afterAll(async () => {
    await app.close()
    await house.close()
    await rm(dataFolder, { recursive: true, force: true })
  })
  return { ...house, app, dataFolder }
}
