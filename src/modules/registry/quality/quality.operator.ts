import type { Services } from '../../../platform/services.ts'
import { keepQualityDay } from './quality.days.repo.ts'

/** Keeps for the operator of the machine how good the records were on a day, as far as it is known now. */
export async function keepQualityAsOperator({ database }: Services, tenant: number, day: string): Promise<void> {
  await database.write(tenant, (tx) => keepQualityDay(tx, day))
}
