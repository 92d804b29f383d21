import { useQueryClient } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { call } from '../../../../web/api.ts'
import { typedOnly, useDraft } from '../../../../web/kit/draft.ts'
import { FormCard, useForm } from '../../../../web/kit/form.tsx'
import { useWords } from '../../../../web/language.tsx'
import { shownFrom, useUndo } from '../../history/ui/use-undo.ts'
import { changePerson, type Person } from '../people.contract.ts'
import { namesOf, PersonFields, type PersonTyped } from './person.fields.tsx'
import { peopleWords } from './words.ts'

type Props = { readonly person: Person; onDone(): void }

/** Corrects who somebody is. */
export function PersonForm({ person, onDone }: Props): ReactNode {
  const words = useWords(peopleWords)
  const client = useQueryClient()
  const draft = useDraft<PersonTyped>(`person-${person.id}`, typedOf(person))
  const subject = { kind: 'person', id: person.id } as const
  const { undoLatest } = useUndo(subject)
  const close = (): void => {
    draft.clear()
    onDone()
  }
  const form = useForm({
    save: () =>
      call(
        changePerson,
        { params: { id: person.id }, body: typedOnly(namesOf(draft.value), draft.changes) },
        { version: person.version },
      ),
    touches: shownFrom(subject),
    saved: words.saved,
    undo: undoLatest,
    onDone: close,
  })
  return (
    <FormCard
      form={form}
      label={words.change}
      save={words.save}
      cancel={words.cancel}
      onCancel={close}
      restored={draft.restored}
      onStartAnew={() => draft.clear()}
      onShowNow={() => client.invalidateQueries({ queryKey: ['person', String(person.id)] })}
    >
      <PersonFields typed={draft.value} onChange={draft.change} fault={form.fault} snilsHint={person.snils ?? ''} />
    </FormCard>
  )
}

const typedOf = (person: Person): PersonTyped => ({
  surname: person.surname,
  givenName: person.givenName,
  patronymic: person.patronymic ?? '',
  birthOn: person.birthOn,
  sex: person.sex ?? '',
  snils: '',
})
