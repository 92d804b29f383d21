import { normalCase } from '../exchange/person.names.ts'
import { indexedKey, storable } from '../exchange/text.keys.ts'
import type { PersonColumns } from './people.repo.ts'

type Names = Pick<
  PersonColumns,
  'surname' | 'given_name' | 'patronymic' | 'surname_key' | 'given_key' | 'patronymic_key'
>

/** A typed name as a row of a file would bring it: in normal case, with the keys it is compared by. */
export function nameColumns(name: { surname: string; givenName: string; patronymic: string | null }): Names {
  const surname = normalCase(storable(name.surname))
  const patronymic = normalCase(storable(name.patronymic ?? ''))
  return {
    surname,
    given_name: normalCase(storable(name.givenName)),
    patronymic: patronymic === '' ? null : patronymic,
    surname_key: indexedKey(surname),
    given_key: indexedKey(name.givenName),
    patronymic_key: indexedKey(patronymic),
  }
}
