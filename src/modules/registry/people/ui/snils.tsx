import { type ReactNode, useState } from 'react'
import { call } from '../../../../web/api.ts'
import { useWords } from '../../../../web/language.tsx'
import { openSnils } from '../opening.contract.ts'
import type { Person } from '../people.contract.ts'
import { OpeningButton } from './opening.button.tsx'
import { peopleWords } from './words.ts'

/** Masked until it is opened; whole only while the page is open. */
export function Snils({ person }: { readonly person: Person }): ReactNode {
  const words = useWords(peopleWords)
  const [whole, setWhole] = useState<string>()
  if (whole !== undefined) return whole
  return (
    <>
      {person.snils}{' '}
      {person.can.includes('open_snils') ? (
        <OpeningButton
          label={words.openSnils}
          open={(body) => call(openSnils, { params: { id: person.id }, body })}
          onOpened={({ snils }) => setWhole(snils)}
        />
      ) : null}
    </>
  )
}
