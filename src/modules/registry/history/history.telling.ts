import type { ReadDb } from '../../../platform/db/db.ts'
import type { Language, Translator } from '../../../platform/messages.ts'
import type { Revision } from './history.contract.ts'
import { findLabels, type StoredRevision } from './history.repo.ts'
import { type Image, isEmpty, REVISED, toldColumns } from './revised.ts'

type Telling = {
  readonly translator: Translator
  readonly language: Language
  mayUndo(revision: StoredRevision): boolean
}

/** Revisions in words: which fields of the card changed from what to what. Numbers of people stay closed. */
export async function tellRevisions(
  db: ReadDb,
  revisions: readonly StoredRevision[],
  telling: Telling,
): Promise<Revision[]> {
  const labels = await findLabels(db, referredBy(revisions))
  return revisions.map((revision) => {
    const { id, kind, organisation, before, after, at, by, undone, undoes, load, decision, file } = revision
    const { fields } = REVISED[kind]
    const say = (column: string, image: Image | null): string | null =>
      sayValue({ column, value: image?.[column], kind, labels }, telling)
    return {
      id,
      kind,
      organisation: kind === 'employment' ? organisation : null,
      action: before === null ? 'added' : after === null ? 'removed' : 'changed',
      fields: toldColumns(kind, before, after).map((column) => ({
        field: fields[column] ?? column,
        before: say(column, before),
        after: say(column, after),
      })),
      at,
      by,
      undone,
      undoes,
      load,
      decision: decision === null ? null : { load: decision.load, reason: decision.reason },
      file,
      can:
        !undone && file === null && load === null && !isDecidedAnew(revision) && telling.mayUndo(revision)
          ? ['undo']
          : [],
    }
  })
}

/** What was decided about a file and taken back is decided anew there. */
const isDecidedAnew = ({ decision, undoes }: StoredRevision): boolean =>
  decision !== null && (decision.isUndone || undoes !== null)

type Value = {
  readonly column: string
  readonly value: unknown
  readonly kind: StoredRevision['kind']
  readonly labels: ReadonlyMap<string, string>
}

const HIDDEN = '•••'

function sayValue({ column, value, kind, labels }: Value, { translator, language }: Telling): string | null {
  if (isEmpty(value)) return null
  if (column === 'snils_hash' || column === 'email') return HIDDEN
  const list = REVISED[kind].refers[column]
  if (list !== undefined)
    return [value]
      .flat()
      .map((id) => labels.get(`${list} ${id}`) ?? `№ ${id}`)
      .join(', ')
  if (typeof value === 'boolean')
    return translator.say(language, value ? 'registry:history.yes' : 'registry:history.no')
  if (column === 'sex') return translator.say(language, `registry:history.${value}`)
  if (column === 'kind') return translator.say(language, `registry:employmentKind.${value}`)
  if (column === 'type') return translator.say(language, `registry:organisationType.${value}`)
  return String(value)
}

function referredBy(revisions: readonly StoredRevision[]): { positions: number[]; values: number[] } {
  const found = { positions: new Set<number>(), values: new Set<number>() }
  for (const { kind, before, after } of revisions) {
    for (const [column, list] of Object.entries(REVISED[kind].refers)) {
      for (const id of [before?.[column] ?? [], after?.[column] ?? []].flat()) {
        if (typeof id === 'number') (list === 'position' ? found.positions : found.values).add(id)
      }
    }
  }
  return { positions: [...found.positions], values: [...found.values] }
}
