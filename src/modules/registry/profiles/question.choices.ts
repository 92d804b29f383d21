import type { ReadDb } from '../../../platform/db/db.ts'
import type { SheetDeclaration } from '../exchange/sheet.declaration.ts'
import { answerKind } from './profile.ts'

/** What a value may mean, and how that is shown. */
export type Choice = { readonly value: string; readonly label: string }

/** What the values asked about may mean, by kind of question. */
export async function questionChoices(
  db: ReadDb,
  kinds: ReadonlySet<string>,
  sheets: readonly SheetDeclaration[],
): Promise<ReadonlyMap<string, readonly Choice[]>> {
  const choices = new Map<string, readonly Choice[]>()
  const same = (values: readonly string[]): Choice[] => values.map((value) => ({ value, label: value }))
  if (kinds.has('organisation')) {
    const found = await db.selectFrom('registry.organisation').select(['code', 'name']).orderBy('code').execute()
    choices.set(
      'organisation',
      found.map(({ code, name }) => ({ value: code, label: `${code} · ${name}` })),
    )
  }
  if (kinds.has('position')) {
    const found = await db
      .selectFrom('registry.position')
      .select('name')
      .where('pedagogical', 'is not', null)
      .orderBy('name')
      .execute()
    choices.set('position', same(found.map(({ name }) => name)))
  }
  if (kinds.has('provider')) {
    const found = await db
      .selectFrom('registry.classifier_value')
      .select('label')
      .where('kind', '=', 'provider')
      .where('retired_at', 'is', null)
      .orderBy('label')
      .execute()
    choices.set('provider', same(found.map(({ label }) => label)))
  }
  choices.set('yes-no', same(['да', 'нет']))
  for (const { columns } of sheets) {
    for (const { type, header } of columns) {
      if (type.is !== 'closed') continue
      const kind = answerKind(type, header) ?? ''
      const before = choices.get(kind) ?? []
      const more = Object.keys(type.values).filter((value) => before.every((one) => one.value !== value))
      choices.set(kind, [...before, ...same(more)])
    }
  }
  return choices
}
