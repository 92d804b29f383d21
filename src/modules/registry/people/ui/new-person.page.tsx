import { useNavigate } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { call } from '../../../../web/api.ts'
import { useDraft } from '../../../../web/kit/draft.ts'
import { FormCard, useForm } from '../../../../web/kit/form.tsx'
import { Page } from '../../../../web/kit/page.tsx'
import { useWords } from '../../../../web/language.tsx'
import { createPerson } from '../people.contract.ts'
import { EmploymentFields, type EmploymentTyped, NOWHERE, placeOf } from './employment.fields.tsx'
import { NOBODY, namesOf, PersonFields, type PersonTyped } from './person.fields.tsx'
import { peopleWords } from './words.ts'

type Typed = { readonly person: PersonTyped; readonly place: EmploymentTyped }

const EMPTY: Typed = { person: NOBODY, place: NOWHERE }

/** Adds a person with the first place of work. */
export function NewPersonPage(): ReactNode {
  const words = useWords(peopleWords)
  const navigate = useNavigate()
  const draft = useDraft<Typed>('new-person', EMPTY)
  const { person, place } = draft.value
  const form = useForm({
    save: (key) =>
      call(
        createPerson,
        {
          body: {
            ...namesOf(person),
            employment:
              place.organisationId === '' && place.positionId === ''
                ? null
                : { organisationId: Number(place.organisationId), ...placeOf(place) },
          },
        },
        { key },
      ),
    touches: [['people']],
    saved: words.saved,
    onDone: ({ id }) => {
      draft.clear()
      void navigate({ to: '/people/$id', params: { id: String(id) } })
    },
  })
  return (
    <Page title={words.add}>
      <FormCard
        form={form}
        label={words.add}
        save={words.save}
        cancel={words.cancel}
        onCancel={() => {
          draft.clear()
          void navigate({ to: '/people' })
        }}
        restored={draft.restored}
        onStartAnew={() => draft.clear()}
      >
        <PersonFields
          typed={person}
          onChange={(part) => draft.change({ person: { ...person, ...part } })}
          fault={form.fault}
        />
        <EmploymentFields
          typed={place}
          onChange={(part) => draft.change({ place: { ...place, ...part } })}
          fault={(path) => form.fault(`employment.${path}`)}
        />
      </FormCard>
    </Page>
  )
}
