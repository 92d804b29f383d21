import type { ReadDb } from '../../../platform/db/db.ts'
import { Refusal } from '../../../platform/errors.ts'
import type { Vocabulary } from '../../population/index.ts'
import { headerKey } from '../../registry/index.ts'

/** The stored id (or code) of a slice's key as it is shown: «Ш001», «Физика», «ДОУ». Unknown keys are refused. */
export async function findSliceKey(
  db: ReadDb,
  vocabulary: Vocabulary,
  subject: string,
  slice: string,
  key: string,
): Promise<string> {
  const declared = vocabulary.subjects.get(subject)?.slices[slice]
  if (declared === undefined) throw unknownSlice('slice')
  if (declared.kind === 'bands') return key
  if (declared.kind === 'code') {
    const found = Object.entries(declared.values).find(
      ([code, words]) => code === key || headerKey(words.ru) === headerKey(key),
    )
    if (found === undefined) throw unknownSlice('key')
    return found[0]
  }
  const row = await findRow(db, declared.classifier, headerKey(key))
  if (row === undefined) throw unknownSlice('key')
  return String(row.id)
}

function unknownSlice(path: 'slice' | 'key'): Refusal {
  return new Refusal('invalid', 'request_invalid', { fields: [{ in: 'query', path, code: 'slice_unknown' }] })
}

async function findRow(db: ReadDb, classifier: string, key: string): Promise<{ id: number } | undefined> {
  switch (classifier) {
    case 'organisation':
      return await db.selectFrom('registry.organisation').select('id').where('code_key', '=', key).executeTakeFirst()
    case 'position':
      return await db.selectFrom('registry.position').select('id').where('key', '=', key).executeTakeFirst()
    default:
      return await db
        .selectFrom('registry.classifier_value')
        .select('id')
        .where('kind', '=', classifier)
        .where('key', '=', key)
        .executeTakeFirst()
  }
}
