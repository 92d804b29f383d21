import type { Actor } from '../../../platform/access/access.ts'
import { appendJournal } from '../../../platform/journal/journal.ts'
import type { Services } from '../../../platform/services.ts'
import type { BandSetting } from './bands.contract.ts'
import { findBands, findIndicator, writeBand } from './bands.repo.ts'

/** Whether the district has said of any indicator what is good. */
export async function hasBands({ database }: Services, tenant: number): Promise<boolean> {
  return (await findBands(database.reader(tenant))).length > 0
}

/** Says for the operator of the machine what is good, by code; what the district has said before stays, unknown codes are left out. */
export async function setBandsAsOperator(
  { database }: Services,
  tenant: number,
  bands: Readonly<Record<string, BandSetting>>,
): Promise<void> {
  await database.write(tenant, async (tx) => {
    const actor: Actor = { kind: 'operator', account: null, tenant, grants: [] }
    const objects: { kind: string; id: number; details: BandSetting }[] = []
    for (const [code, band] of Object.entries(bands)) {
      const indicator = await findIndicator(tx, code)
      if (indicator === undefined || !(await writeBand(tx, indicator, 0, band))) continue
      objects.push({ kind: 'indicator', id: indicator, details: band })
    }
    await appendJournal(tx, { actor, requestId: null, action: 'setIndicatorBand', objects })
  })
}
