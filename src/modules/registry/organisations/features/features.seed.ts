import type { Tx } from '../../../../platform/db/db.ts'
import { headerKey } from '../../text.ts'

/** The list of what an organisation may introduce. */
export const KIND = 'organisation_feature'

const FEATURES = [
  'положение о ВСОКО',
  'новая модель методической службы',
  'профессиональное обучающееся сообщество',
  'тьютор профессионального развития',
]

/** What a new district asks its organisations about; it changes the list as it needs. */
export async function seedFeatures(tx: Tx): Promise<void> {
  const values = FEATURES.map((label) => ({ kind: KIND, key: headerKey(label), label }))
  await tx.insertInto('registry.classifier_value').values(values).execute()
}
