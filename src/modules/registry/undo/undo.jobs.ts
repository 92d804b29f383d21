import { z } from 'zod'
import { type JobDefinition, type JobHandler, jobHandler } from '../../../platform/jobs.ts'
import { asOutage } from '../../../platform/outage.ts'
import type { Services } from '../../../platform/services.ts'
import { failLoad } from '../loads/loads.repo.ts'
import { runUndo, UndoRefused } from './undo.effect.ts'
import type { UndoSources } from './undo.plan.ts'

export const takeLoadBack = {
  name: 'registry-undo-load',
  payload: z.strictObject({ tenant: z.int(), undo: z.int() }),
  retryLimit: 10,
  expireInSeconds: 3_600,
  heartbeatSeconds: 20,
} satisfies JobDefinition<{ tenant: number; undo: number }>

/** Broken off (killed, stopped, database away) it is tried again; anything else fails it, and the load stands as it was. */
export function takeLoadBackHandler(services: Services, sources: UndoSources): JobHandler {
  const { database, log } = services
  return jobHandler(takeLoadBack, async ({ tenant, undo }, signal) => {
    const onProgress = async (done: number, total: number): Promise<void> => {
      signal.throwIfAborted()
      await database.write(tenant, async (tx) => {
        const progress = total === 0 ? 0 : Math.min(Math.floor((done * 100) / total), 99)
        const told = { state: 'taking', rows_read: done, rows_total: total, progress }
        await tx.updateTable('registry.load').set(told).where('id', '=', undo).execute()
      })
    }
    try {
      await runUndo({ ...sources, database, tenant, undo, onProgress })
    } catch (error) {
      if (signal.aborted || asOutage(error) !== undefined) throw error
      const isRefused = error instanceof UndoRefused
      if (!isRefused) log.error({ err: error, load: undo }, 'a load could not be taken back')
      await database.write(tenant, (tx) => failLoad(tx, undo, isRefused ? 'undo_blocked' : 'undo_failed'))
    }
  })
}
