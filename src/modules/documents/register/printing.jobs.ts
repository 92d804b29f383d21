import { z } from 'zod'
import { type JobDefinition, type JobHandler, jobHandler } from '../../../platform/jobs.ts'
import { notify } from '../../../platform/notifications.ts'
import { asOutage } from '../../../platform/outage.ts'
import type { Services } from '../../../platform/services.ts'
import { findEmblem, findHolderAccounts, findWaiting, keepPapers, setFault } from './batches.repo.ts'

export const printBatch = {
  name: 'documents-print',
  payload: z.strictObject({ tenant: z.int(), batch: z.int() }),
  retryLimit: 5,
  expireInSeconds: 900,
  heartbeatSeconds: 60,
} satisfies JobDefinition<{ tenant: number; batch: number }>

/** Prints what waits, some at a time, and keeps each lot as soon as it is there: broken off, it goes on where it was. */
export function printBatchHandler(services: Services): JobHandler {
  return jobHandler(printBatch, async ({ tenant, batch }, signal) => {
    try {
      await printAll(services, { tenant, batch }, signal)
    } catch (error) {
      if (!signal.aborted && asOutage(error) === undefined) {
        const fault = error instanceof Error && error.name === 'PictureBroken' ? 'picture' : 'printing'
        await services.database.write(tenant, (tx) => setFault(tx, batch, fault))
      }
      throw error
    }
  })
}

async function printAll(
  { database }: Services,
  { tenant, batch }: { readonly tenant: number; readonly batch: number },
  signal: AbortSignal,
): Promise<void> {
  // The printers are large, and few processes need them.
  const { printSheets, SHEETS_AT_ONCE } = await import('../../../platform/documents/index.ts')
  const db = database.reader(tenant)
  const emblem = await findEmblem(db, batch)
  const picture =
    emblem && ({ name: emblem.type === 'image/png' ? 'emblem.png' : 'emblem.jpg', bytes: emblem.bytes } as const)
  for (;;) {
    signal.throwIfAborted()
    const waiting = await findWaiting(db, batch, SHEETS_AT_ONCE)
    if (waiting.length === 0) break
    const bodies = await printSheets(
      waiting.map(({ sheet }) => sheet),
      picture,
    )
    const printed = waiting.flatMap(({ id }, at) => {
      const body = bodies[at]
      return body === undefined ? [] : [{ id, body }]
    })
    await database.write(tenant, (tx) => keepPapers(tx, printed))
  }
  await database.write(tenant, async (tx) => {
    await setFault(tx, batch, null)
    for (const { account, document } of await findHolderAccounts(tx, batch)) {
      await notify(tx, [account], { kind: 'documents:given', link: '/my/documents', once: `document ${document}` })
    }
  })
}
