import type { ReadDb } from '../../platform/db/db.ts'
import { askPrepared } from '../../platform/db/prepared.ts'
import { headerKey } from '../registry/index.ts'
import { fieldsNamedBy, valuesOf } from './named.ts'
import { type Condition, leavesOf, type Population } from './population.contract.ts'
import type { Field, Vocabulary } from './vocabulary.ts'

/** Ids of the values a population names («СПб ЦОКОиИТ» → its provider); a name nobody has used yet has none. */
export type Names = (classifier: string, name: string) => readonly number[]

/** Looks up every name of the populations in one statement. Positions are found by their aliases too. */
export async function findNames(
  db: ReadDb,
  vocabulary: Vocabulary,
  populations: readonly { subject: string; population: Population }[],
): Promise<Names> {
  const wanted = populations.flatMap(({ subject, population }) => namesIn(vocabulary, subject, population))
  if (wanted.length === 0) return () => []
  const classifiers = wanted.map((w) => w.classifier)
  const keys = wanted.map((w) => headerKey(w.name))
  const rows = await askPrepared<{ classifier: string; key: string; id: number }>(db, NAMES, [classifiers, keys])
  const found = Map.groupBy(rows, (row) => `${row.classifier}\n${row.key}`)
  return (classifier, name) => (found.get(`${classifier}\n${headerKey(name)}`) ?? []).map((row) => row.id)
}

const NAMES = {
  name: 'names',
  text: `
    with wanted as (select distinct classifier, key from unnest($1::text[], $2::text[]) as w (classifier, key))
    select w.classifier, w.key, v.id
    from wanted w join registry.classifier_value v on v.kind = w.classifier and v.key = w.key
    union
    select w.classifier, w.key, p.id
    from wanted w join registry.position p on p.key = w.key where w.classifier = 'position'
    union
    select w.classifier, w.key, a.position_id
    from wanted w join registry.position_alias a on a.key = w.key where w.classifier = 'position'`,
}

function namesIn(
  vocabulary: Vocabulary,
  subject: string,
  population: Population,
): { classifier: string; name: string }[] {
  return leavesOf(population).flatMap((leaf) => {
    const term = vocabulary.term(subject, leaf.term)
    if (term === undefined) return []
    const linked = term.kind === 'link' && leaf.of ? namesIn(vocabulary, term.to, leaf.of) : []
    return [...linked, ...fieldsNamedBy(term, leaf).flatMap(({ field, condition }) => referred(field, condition))]
  })
}

function referred(field: Field, condition: Condition): { classifier: string; name: string }[] {
  if (field.kind !== 'ref') return []
  return valuesOf(condition).map((value) => ({ classifier: field.classifier, name: String(value) }))
}
