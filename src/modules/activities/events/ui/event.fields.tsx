import { Autocomplete, Checkbox, NumberInput, Select, Textarea, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { call } from '../../../../web/api.ts'
import { useWords } from '../../../../web/language.tsx'
import { useMe } from '../../../../web/me.tsx'
import { OrganisationSelect, ValueSelect } from '../../../registry/ui/index.ts'
import { ProgrammeSelect } from '../../programmes/ui/programme.select.tsx'
import { RunModulesField } from '../../programmes/ui/run-modules.field.tsx'
import { EVENT_FORMATS, EVENT_LEVELS, type Event } from '../events.contract.ts'
import { listEventSeries } from '../series.contract.ts'
import type { EventTyped } from './event.typed.ts'
import { useForms } from './use-forms.ts'
import { eventWords } from './words.ts'

export type FieldsProps = {
  readonly typed: EventTyped
  /** As it stands; what it has may stay, also where it is offered no more. */
  readonly event?: Event | undefined
  onChange(part: Partial<EventTyped>): void
  fault(path: string): string | undefined
}

/** What, when and by whom: what one plans with. `children` stand behind the days. */
export function MainFields({
  typed,
  event,
  onChange,
  fault,
  children,
}: FieldsProps & { children?: ReactNode }): ReactNode {
  const words = useWords(eventWords)
  const forms = useForms(event?.form)
  const mayPlanForDistrict = useMe().grants.some(({ organisation }) => organisation === null)
  return (
    <>
      <TextInput
        label={words.name}
        required
        className="rost-wide"
        maxLength={300}
        value={typed.title}
        error={fault('title')}
        onChange={(e) => onChange({ title: e.currentTarget.value })}
      />
      <Select
        label={words.form}
        required
        searchable
        data={forms}
        value={typed.formId === '' ? null : typed.formId}
        error={fault('formId')}
        onChange={(formId) => onChange({ formId: formId ?? '' })}
      />
      <Select
        label={words.format}
        clearable
        data={EVENT_FORMATS.map((value) => ({ value, label: words.formats[value] }))}
        value={typed.format === '' ? null : typed.format}
        error={fault('format')}
        onChange={(format) => onChange({ format: EVENT_FORMATS.find((one) => one === format) ?? '' })}
      />
      <OrganisationSelect
        label={words.organiser}
        required
        disabled={event !== undefined && event.state !== 'draft'}
        value={typed.organiserId}
        error={fault('organiserId')}
        onChange={(organiserId) => onChange({ organiserId })}
      />
      <Select
        label={words.level}
        description={mayPlanForDistrict ? words.levelHint : undefined}
        required
        allowDeselect={false}
        disabled={!mayPlanForDistrict}
        data={EVENT_LEVELS.map((value) => ({ value, label: words.levels[value] }))}
        value={typed.level}
        error={fault('level')}
        onChange={(level) => onChange({ level: EVENT_LEVELS.find((one) => one === level) ?? 'district' })}
      />
      <DayInput field="heldOn" required {...{ typed, onChange, fault }} />
      <DayInput field="lastOn" hint={words.lastOnHint} {...{ typed, onChange, fault }} />
      {children}
      {typed.format === 'online' ? null : <ShortInput field="place" most={300} {...{ typed, onChange, fault }} />}
      {typed.format === 'in_person' ? null : <ShortInput field="link" most={1000} {...{ typed, onChange, fault }} />}
    </>
  )
}

/** What it is about, for whom, and for how many. */
export function FurtherFields({ typed, event, onChange, fault }: FieldsProps): ReactNode {
  const words = useWords(eventWords)
  const series = useQuery({ queryKey: ['events', 'series'], queryFn: () => call(listEventSeries, {}) })
  return (
    <>
      <ValueSelect
        label={words.topic}
        list="topic"
        had={event?.topic ?? null}
        value={typed.topicId}
        error={fault('topicId')}
        onChange={(topicId) => onChange({ topicId })}
      />
      <ValueSelect
        label={words.audience}
        list="audience"
        had={event?.audience ?? null}
        value={typed.audienceId}
        error={fault('audienceId')}
        onChange={(audienceId) => onChange({ audienceId })}
      />
      <ProgrammeSelect
        label={words.programme}
        had={event?.programme ?? null}
        disabled={event !== undefined && event.state !== 'draft'}
        value={typed.programmeId}
        error={fault('programmeId')}
        onChange={(programmeId) => onChange({ programmeId, moduleIds: [] })}
      />
      {typed.programmeId === '' ? null : (
        <RunModulesField
          programme={Number(typed.programmeId)}
          disabled={event !== undefined && event.state !== 'draft'}
          value={typed.moduleIds}
          error={fault('moduleIds')}
          onChange={(moduleIds) => onChange({ moduleIds })}
        />
      )}
      <NumberInput
        label={words.hours}
        description={typed.programmeId === '' ? words.hoursHint : words.hoursOfProgramme}
        disabled={typed.programmeId !== ''}
        min={0}
        value={typed.hours}
        error={fault('hours')}
        onChange={(hours) => onChange({ hours })}
      />
      <NumberInput
        label={words.seats}
        min={1}
        allowDecimal={false}
        value={typed.seats}
        error={fault('seats')}
        onChange={(seats) => onChange({ seats })}
      />
      <Autocomplete
        label={words.series}
        description={words.seriesHint}
        maxLength={300}
        data={(series.data?.items ?? []).map(({ title }) => title)}
        value={typed.series}
        error={fault('series')}
        onChange={(title) => onChange({ series: title })}
      />
      <Checkbox
        label={words.onRequest}
        mt="xs"
        checked={typed.onRequest}
        onChange={(e) => onChange({ onRequest: e.currentTarget.checked })}
      />
      <LaterFields {...{ typed, onChange, fault }} />
    </>
  )
}

/** What may be added when it is over, too: for those who were not there. */
export function LaterFields({ typed, onChange, fault }: FieldsProps): ReactNode {
  const words = useWords(eventWords)
  return (
    <>
      <Textarea
        label={words.about}
        className="rost-wide"
        autosize
        minRows={3}
        maxLength={4000}
        value={typed.about}
        error={fault('about')}
        onChange={(e) => onChange({ about: e.currentTarget.value })}
      />
      <ShortInput field="recording" most={1000} {...{ typed, onChange, fault }} />
      <ShortInput field="instead" most={1000} hint={words.insteadHint} {...{ typed, onChange, fault }} />
      <DayInput field="insteadUntil" {...{ typed, onChange, fault }} />
      <Checkbox
        label={words.asksFeedback}
        description={words.asksFeedbackHint}
        mt="xs"
        checked={typed.asksFeedback}
        onChange={(e) => onChange({ asksFeedback: e.currentTarget.checked })}
      />
    </>
  )
}

type InputProps<Field extends keyof EventTyped> = FieldsProps & {
  readonly field: Field
  readonly hint?: string
  readonly required?: boolean
}

type ShortField = 'place' | 'link' | 'recording' | 'instead'

function ShortInput({
  field,
  hint,
  most,
  typed,
  onChange,
  fault,
}: InputProps<ShortField> & { most: number }): ReactNode {
  const words = useWords(eventWords)
  return (
    <TextInput
      label={words[field]}
      description={hint}
      maxLength={most}
      value={typed[field]}
      error={fault(field)}
      onChange={(e) => onChange({ [field]: e.currentTarget.value })}
    />
  )
}

function DayInput({
  field,
  hint,
  required = false,
  typed,
  onChange,
  fault,
}: InputProps<'heldOn' | 'lastOn' | 'insteadUntil'>): ReactNode {
  const words = useWords(eventWords)
  return (
    <TextInput
      type="date"
      label={words[field]}
      description={hint}
      required={required}
      value={typed[field]}
      error={fault(field)}
      onChange={(e) => onChange({ [field]: e.currentTarget.value })}
    />
  )
}
