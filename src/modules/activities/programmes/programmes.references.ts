import type { Tx } from '../../../platform/db/db.ts'
import { type FieldFault, Refusal } from '../../../platform/errors.ts'
import type { ProgrammeChange } from './programmes.contract.ts'
import { findIndicatorId } from './programmes.repo.ts'

/**
 * What a programme refers to must be there, and still offered unless it stood there before (`topic`). The id of its
 * indicator; undefined where none was typed.
 */
export async function refuseReferences(
  tx: Tx,
  { topicId, indicator, providers = [] }: ProgrammeChange,
  topic?: number,
): Promise<number | null | undefined> {
  const faults: FieldFault[] = []
  const fault = (path: string, code: string): void => void faults.push({ in: 'body', path, code })
  if (topicId != null && topicId !== topic) {
    const value = await findTopic(tx, topicId)
    if (value === undefined) fault('topicId', 'reference_unknown')
    else if (value.retired_at !== null) fault('topicId', 'value_retired')
  }
  for (const [at, { organisationId }] of providers.entries()) {
    if (organisationId === null || (await isOrganisation(tx, organisationId))) continue
    fault(`providers.${at}.organisationId`, 'reference_unknown')
  }
  const found = indicator == null ? indicator : await findIndicatorId(tx, indicator)
  if (indicator != null && found === undefined) fault('indicator', 'reference_unknown')
  if (faults.length > 0) throw new Refusal('invalid', 'request_invalid', { fields: faults })
  return found
}

const findTopic = (tx: Tx, id: number) =>
  tx
    .selectFrom('registry.classifier_value')
    .select('retired_at')
    .where('kind', '=', 'topic')
    .where('id', '=', id)
    .executeTakeFirst()

export async function isOrganisation(tx: Tx, id: number): Promise<boolean> {
  const found = await tx.selectFrom('registry.organisation').select('id').where('id', '=', id).executeTakeFirst()
  return found !== undefined
}
