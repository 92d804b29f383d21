import type { Tx } from '../../../platform/db/db.ts'
import { invalidField } from '../../../platform/errors.ts'
import { LEVELS, ROLES, type Told, TYPE_LISTS } from './deeds.kinds.contract.ts'

const LISTS = {
  typeId: ({ kind }: Told): string | undefined => Object.entries(TYPE_LISTS).find(([of]) => of === kind)?.[1],
  levelId: () => LEVELS,
  roleId: () => ROLES,
} as const
const FIELDS = ['typeId', 'levelId', 'roleId'] as const

/** Each value stands in the list it should; `at` says where the deed stands in the request. Faults: 422. */
export async function refuseUnknownValues(
  tx: Tx,
  deeds: readonly Told[],
  at: (index: number) => string,
): Promise<void> {
  const ids = deeds.flatMap((deed) => FIELDS.flatMap((field) => deed[field] ?? []))
  const found = await tx
    .selectFrom('registry.classifier_value')
    .select(['id', 'kind'])
    .where('id', 'in', [0, ...ids])
    .execute()
  const lists = new Map(found.map(({ id, kind }) => [id, kind]))
  for (const [index, deed] of deeds.entries())
    for (const field of FIELDS) {
      const id = deed[field]
      if (id !== null && lists.get(id) !== LISTS[field](deed))
        throw invalidField(`${at(index)}${field}`, 'reference_unknown')
    }
}
