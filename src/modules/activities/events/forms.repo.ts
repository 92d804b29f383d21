import { sql } from 'kysely'
import type { ReadDb, Tx } from '../../../platform/db/db.ts'
import { headerKey } from '../../registry/index.ts'
import type { EventForm } from './forms.contract.ts'
import { INTERACTIVE_FORMS, OTHER_FORMS } from './forms.seed.ts'

const KIND = 'event_kind'

export async function findForms(db: ReadDb, id?: number): Promise<EventForm[]> {
  const { rows } = await sql<EventForm>`
    select v.id, v.label, v.retired_at is not null as retired, f.interactive
    from registry.classifier_value v left join activities.form f on f.value_id = v.id
    where v.kind = ${KIND} and (${id ?? null}::bigint is null or v.id = ${id ?? null}::bigint)
    order by v.label, v.id limit 2000`.execute(db)
  return rows
}

export async function markForm(tx: Tx, id: number, interactive: boolean | null): Promise<void> {
  if (interactive === null) await tx.deleteFrom('activities.form').where('value_id', '=', id).execute()
  else
    await tx
      .insertInto('activities.form')
      .values({ value_id: id, interactive })
      .onConflict((conflict) => conflict.columns(['tenant_id', 'value_id']).doUpdateSet({ interactive }))
      .execute()
}

/** What a new district plans with from its first day. */
export async function seedForms(tx: Tx): Promise<void> {
  const forms = [
    ...INTERACTIVE_FORMS.map((label) => ({ label, interactive: true })),
    ...OTHER_FORMS.map((label) => ({ label, interactive: false })),
  ]
  const values = forms.map(({ label }) => ({ kind: KIND, key: headerKey(label), label }))
  const added = await tx.insertInto('registry.classifier_value').values(values).returning(['id', 'label']).execute()
  const ids = new Map(added.map(({ id, label }) => [label, id]))
  const marks = forms.flatMap(({ label, interactive }) => {
    const id = ids.get(label)
    return id === undefined ? [] : [{ value_id: id, interactive }]
  })
  await tx.insertInto('activities.form').values(marks).execute()
}
