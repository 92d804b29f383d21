import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { FastifyInstance } from 'fastify'
import { afterAll } from 'vitest'
import { type House, openHouse } from '../../src/house.ts'
import { readSettings } from '../../src/platform/env.ts'
import { createLog } from '../../src/platform/log.ts'
import { createServer } from '../../src/server.ts'
import { cloneDatabase, type Filling, type TestDatabase } from './database.ts'

export type TestHouse = House & { readonly app: FastifyInstance; readonly dataFolder: string }

export type TestHouseOptions = {
  /** Also runs its jobs. */
  readonly work?: boolean
  readonly environment?: Readonly<Record<string, string>>
  /** What its database holds from the start. */
  readonly filling?: Filling
}

/** The whole house on a database of its own, closed after the test file. */
export async function openTestHouse(options: TestHouseOptions = {}): Promise<TestHouse> {
  const database = await cloneDatabase(options.filling)
  const dataFolder = await mkdtemp(join(tmpdir(), 'rost-house-'))
  const house = await openOn(database, dataFolder, options)
  const app = await createServer(house.services)
  afterAll(async () => {
    await app.close()
    await house.close()
    await rm(dataFolder, { recursive: true, force: true })
  })
  return { ...house, app, dataFolder }
}

/** Fills a database through the house, as a house of a test would. */
export function fillingOf(name: string, fill: (house: House) => Promise<void>): Filling {
  return {
    name,
    async fill(database) {
      const dataFolder = await mkdtemp(join(tmpdir(), 'rost-house-'))
      const house = await openOn(database, dataFolder, {})
      try {
        await fill(house)
      } finally {
        await house.close()
        await rm(dataFolder, { recursive: true, force: true })
      }
    },
  }
}

async function openOn(database: TestDatabase, dataFolder: string, options: TestHouseOptions): Promise<House> {
  const settings = readSettings({
    DATABASE_URL: database.appUrl,
    DATABASE_MIGRATOR_URL: database.migratorUrl,
    ROST_DATA: dataFolder,
    ROST_SECRET: 'a secret for tests, long enough for anybody',
    LOG_LEVEL: process.env.TEST_LOG ?? 'silent',
    ...options.environment,
  })
  return await openHouse(settings, createLog(settings.logLevel), { work: options.work ?? false })
}
