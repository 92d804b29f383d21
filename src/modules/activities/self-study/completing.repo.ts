import { sql } from 'kysely'
import type { ReadDb, Tx } from '../../../platform/db/db.ts'
import { findOrAddValue } from '../../registry/index.ts'
import { MODULES } from '../programmes/modules.list.ts'
import { isInWhole } from '../runs/closing/modules.repo.ts'
import type { StoredSelfStudy } from './self-study.repo.ts'

/** Every module that was passed comes on record, on the day it was. */
export async function insertPassedModules(tx: Tx, { id, person, modules }: StoredSelfStudy): Promise<void> {
  for (const { id: module, title, passedOn } of modules) {
    if (passedOn === null) continue
    const value = await findOrAddValue(tx, MODULES, title)
    await tx
      .insertInto('activities.completed_module')
      .values({
        ...{ self_study_id: id, person_id: person.id, module_id: module, value_id: value, completed_on: passedOn },
      })
      .execute()
  }
}

export async function deletePassedModules(tx: Tx, { id, person }: StoredSelfStudy): Promise<void> {
  await tx
    .deleteFrom('activities.completed_module')
    .where('person_id', '=', person.id)
    .where('self_study_id', '=', id)
    .execute()
}

/** Its modules went into learning of the whole programme since. */
export async function areInWhole(db: ReadDb, { id, person }: StoredSelfStudy): Promise<boolean> {
  const { rows } = await sql<{ is: boolean }>`
    select ${isInWhole(sql`cm.self_study_id = ${id} and cm.person_id = ${person.id}`)} as is`.execute(db)
  return rows[0]?.is ?? false
}
