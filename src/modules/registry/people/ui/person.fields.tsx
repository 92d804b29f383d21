import { Select, TextInput } from '@mantine/core'
import type { ReactNode } from 'react'
import { useWords } from '../../../../web/language.tsx'
import { peopleWords } from './words.ts'

/** As it stands in the fields: nothing typed is an empty text. */
export type PersonTyped = {
  readonly surname: string
  readonly givenName: string
  readonly patronymic: string
  readonly birthOn: string
  readonly sex: '' | 'female' | 'male'
  readonly snils: string
}

export const NOBODY: PersonTyped = { surname: '', givenName: '', patronymic: '', birthOn: '', sex: '', snils: '' }

/** As the server takes it. */
export const namesOf = (typed: PersonTyped) => ({
  surname: typed.surname,
  givenName: typed.givenName,
  patronymic: typed.patronymic.trim() === '' ? null : typed.patronymic,
  birthOn: typed.birthOn,
  sex: typed.sex === '' ? null : typed.sex,
  snils: typed.snils.trim() === '' ? null : typed.snils,
})

type Props = {
  readonly typed: PersonTyped
  onChange(part: Partial<PersonTyped>): void
  fault(path: string): string | undefined
  /** The number as it is shown, masked, where one is known. */
  readonly snilsHint?: string
  /** The number is not asked for. */
  readonly withoutSnils?: boolean
}

export function PersonFields({ typed, onChange, fault, snilsHint = '', withoutSnils = false }: Props): ReactNode {
  const words = useWords(peopleWords)
  return (
    <>
      <TextInput
        label={words.surname}
        required
        maxLength={100}
        value={typed.surname}
        error={fault('surname')}
        onChange={(e) => onChange({ surname: e.currentTarget.value })}
      />
      <TextInput
        label={words.givenName}
        required
        maxLength={100}
        value={typed.givenName}
        error={fault('givenName')}
        onChange={(e) => onChange({ givenName: e.currentTarget.value })}
      />
      <TextInput
        label={words.patronymic}
        maxLength={100}
        value={typed.patronymic}
        error={fault('patronymic')}
        onChange={(e) => onChange({ patronymic: e.currentTarget.value })}
      />
      <TextInput
        type="date"
        label={words.birthOn}
        required
        value={typed.birthOn}
        error={fault('birthOn')}
        onChange={(e) => onChange({ birthOn: e.currentTarget.value })}
      />
      <Select
        label={words.sex}
        clearable
        data={[
          { value: 'female', label: words.female },
          { value: 'male', label: words.male },
        ]}
        value={typed.sex === '' ? null : typed.sex}
        error={fault('sex')}
        onChange={(sex) => onChange({ sex: (sex ?? '') as PersonTyped['sex'] })}
      />
      {withoutSnils ? null : (
        <TextInput
          label={words.snils}
          placeholder={snilsHint}
          inputMode="numeric"
          maxLength={30}
          value={typed.snils}
          error={fault('snils')}
          onChange={(e) => onChange({ snils: e.currentTarget.value })}
        />
      )}
    </>
  )
}
