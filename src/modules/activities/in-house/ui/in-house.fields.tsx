import { NumberInput, Select, Textarea, TextInput } from '@mantine/core'
import type { ReactNode } from 'react'
import { today } from '../../../../web/formats.ts'
import { useWords } from '../../../../web/language.tsx'
import { ValueSelect } from '../../../registry/ui/index.ts'
import { useForms } from '../../events/ui/use-forms.ts'
import type { Corrected, InHouse } from '../in-house.contract.ts'
import type { Somebody } from './staff.ts'
import { inHouseWords } from './words.ts'

export type InHouseTyped = {
  readonly title: string
  readonly formId: string
  readonly heldOn: string
  readonly hours: number | string
  readonly topicId: string
  readonly about: string
  readonly people: readonly Somebody[]
}

/** As the server takes it: what is empty is left out, and the server says that it is needed. */
export const bodyOf = ({ formId, hours, topicId, people, ...same }: InHouseTyped): Corrected => ({
  ...{ title: same.title, heldOn: same.heldOn, about: same.about },
  ...({ formId: numberOf(formId), hours: numberOf(hours) } as Pick<Corrected, 'formId' | 'hours'>),
  topicId: numberOf(topicId) ?? null,
  people: people.map(({ id }) => id),
})

const numberOf = (typed: number | string): number | undefined => (typed === '' ? undefined : Number(typed))

type Props = {
  readonly typed: InHouseTyped
  /** As it was noted. */
  readonly had?: Pick<InHouse, 'form' | 'topic'>
  readonly isDayFixed?: boolean
  onChange(part: Partial<InHouseTyped>): void
  fault(path: string): string | undefined
}

/** What was held, on which day, for how long and about what. */
export function InHouseFields({ typed, had, isDayFixed = false, onChange, fault }: Props): ReactNode {
  const words = useWords(inHouseWords)
  const forms = useForms(had?.form)
  return (
    <>
      <TextInput
        label={words.what}
        required
        className="rost-wide"
        maxLength={300}
        value={typed.title}
        error={fault('title')}
        onChange={(event) => onChange({ title: event.currentTarget.value })}
      />
      <Select
        label={words.form}
        required
        searchable
        allowDeselect={false}
        data={forms}
        value={typed.formId === '' ? null : typed.formId}
        error={fault('formId')}
        onChange={(formId) => onChange({ formId: formId ?? '' })}
      />
      <TextInput
        type="date"
        label={words.day}
        description={isDayFixed ? words.dayFixed : undefined}
        required
        disabled={isDayFixed}
        max={today()}
        value={typed.heldOn}
        error={fault('heldOn')}
        onChange={(event) => onChange({ heldOn: event.currentTarget.value })}
      />
      <NumberInput
        label={words.hours}
        description={words.hoursHint}
        required
        min={0}
        value={typed.hours}
        error={fault('hours')}
        onChange={(hours) => onChange({ hours })}
      />
      <ValueSelect
        label={words.topic}
        list="topic"
        had={had?.topic ?? null}
        value={typed.topicId}
        error={fault('topicId')}
        onChange={(topicId) => onChange({ topicId })}
      />
      <Textarea
        label={words.whatDone}
        description={words.doneHint}
        className="rost-wide"
        autosize
        minRows={2}
        maxLength={4000}
        value={typed.about}
        error={fault('about')}
        onChange={(event) => onChange({ about: event.currentTarget.value })}
      />
    </>
  )
}
