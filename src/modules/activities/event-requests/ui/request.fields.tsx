import { NumberInput, Select, Textarea, TextInput } from '@mantine/core'
import type { ReactNode } from 'react'
import { useWords } from '../../../../web/language.tsx'
import { useForms } from '../../events/ui/use-forms.ts'
import { type EventRequest, type EventRequestChange, REQUEST_PLACES } from '../event-requests.contract.ts'
import { eventRequestWords } from './words.ts'

export type RequestTyped = {
  readonly title: string
  readonly formId: string
  readonly about: string
  readonly people: number | string
  readonly from: string
  readonly until: string
  readonly place: EventRequestChange['place']
}

export const NOTHING_TYPED: RequestTyped = {
  ...{ title: '', formId: '', about: '', people: '', from: '', until: '', place: 'any' },
}

export const typedOf = ({ form, people, from, until, ...same }: EventRequest): RequestTyped => ({
  ...{ title: same.title, about: same.about, place: same.place },
  ...{ formId: form === null ? '' : String(form.id), people: people ?? '', from: from ?? '', until: until ?? '' },
})

export const bodyOf = ({ formId, people, from, until, ...same }: RequestTyped): EventRequestChange => ({
  ...{ title: same.title, about: same.about, place: same.place },
  formId: formId === '' ? null : Number(formId),
  people: people === '' ? null : Number(people),
  from: from === '' ? null : from,
  until: until === '' ? null : until,
})

type Props = {
  readonly typed: RequestTyped
  /** As it was asked for. */
  readonly had?: Pick<EventRequest, 'form'>
  onChange(part: Partial<RequestTyped>): void
  fault(path: string): string | undefined
}

/** What is asked for: about what, for whom, about when and where. */
export function RequestFields({ typed, had, onChange, fault }: Props): ReactNode {
  const words = useWords(eventRequestWords)
  const forms = useForms(had?.form ?? undefined)
  const day = (path: 'from' | 'until'): ReactNode => (
    <TextInput
      type="date"
      label={words[path]}
      value={typed[path]}
      error={fault(path)}
      onChange={(event) => onChange({ [path]: event.currentTarget.value })}
    />
  )
  return (
    <>
      <TextInput
        label={words.what}
        description={words.whatHint}
        required
        className="rost-wide"
        maxLength={300}
        value={typed.title}
        error={fault('title')}
        onChange={(event) => onChange({ title: event.currentTarget.value })}
      />
      <Textarea
        label={words.why}
        description={words.whyHint}
        className="rost-wide"
        autosize
        minRows={3}
        maxLength={2000}
        value={typed.about}
        error={fault('about')}
        onChange={(event) => onChange({ about: event.currentTarget.value })}
      />
      <Select
        label={words.form}
        placeholder={words.anyForm}
        searchable
        clearable
        data={forms}
        value={typed.formId === '' ? null : typed.formId}
        error={fault('formId')}
        onChange={(formId) => onChange({ formId: formId ?? '' })}
      />
      <NumberInput
        label={words.howMany}
        min={1}
        allowDecimal={false}
        value={typed.people}
        error={fault('people')}
        onChange={(people) => onChange({ people })}
      />
      {day('from')}
      {day('until')}
      <Select
        label={words.place}
        allowDeselect={false}
        data={REQUEST_PLACES.map((value) => ({ value, label: words.places[value] }))}
        value={typed.place}
        onChange={(place) => onChange({ place: place ?? 'any' })}
      />
    </>
  )
}
