import { accessMatrix } from '../../../access-matrix.ts'
import { type Actor, reachOf } from '../../../platform/access/access.ts'
import type { ReadDb } from '../../../platform/db/db.ts'
import { Refusal } from '../../../platform/errors.ts'
import { command, query, type Route } from '../../../platform/http/route.ts'
import { changeWords, withDefaults } from './dictionary.ts'
import * as contract from './district.contract.ts'
import { type DistrictRow, findDistrictRow, updateWords } from './district.repo.ts'

export const districtRoutes: readonly Route[] = [
  query(contract.getDistrict, {
    may: 'district.read',
    run: async ({ db, actor }) => tell(await getRow(db), actor),
  }),
  command(contract.changeDistrict, {
    may: 'district.manage',
    over: async () => 'district',
    run: async ({ tx, note, actor, expectedVersion }, { body }) => {
      const before = await getRow(tx)
      note({ kind: 'district', id: before.id, details: { terms: Object.keys(body.dictionary) } })
      const isDone = await updateWords(tx, expectedVersion, changeWords(before.own, body.dictionary))
      if (!isDone) throw new Refusal('version_conflict', 'version_conflict')
      return tell(await getRow(tx), actor)
    },
  }),
]

async function getRow(db: ReadDb): Promise<DistrictRow> {
  const found = await findDistrictRow(db)
  if (found === undefined) throw new Refusal('not_found', 'not_found')
  return found
}

function tell({ id: _, own, ...row }: DistrictRow, actor: Actor): contract.District {
  const manages = reachOf(accessMatrix, actor, 'district.manage')?.district === true
  // Words for terms that are none any more are left out.
  return { ...row, own: changeWords(own, {}), dictionary: withDefaults(own), can: manages ? ['change'] : [] }
}
