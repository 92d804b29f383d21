import { NumberInput, Select, Textarea, TextInput } from '@mantine/core'
import type { ReactNode } from 'react'
import { useWords } from '../../../../web/language.tsx'
import { ValueSelect } from '../../../registry/ui/index.ts'
import { plannerWords } from '../../planner/ui/words.ts'
import { PROGRAMME_FORMS } from '../../programmes/programmes.contract.ts'
import { ProgrammeSelect } from '../../programmes/ui/programme.select.tsx'
import { FUNDINGS } from '../course-plans.contract.ts'
import { COURSE_REASONS, type Course, type CourseTyped } from '../courses.contract.ts'
import { coursePlanWords } from './words.ts'

/** As it stands in the fields. */
export type Typed = {
  readonly topicId: string
  readonly reason: CourseTyped['reason']
  readonly note: string
  readonly programmeId: string
  readonly programme: string
  readonly provider: string
  readonly month: string
  readonly hours: number | string
  readonly form: CourseTyped['form']
  readonly funding: CourseTyped['funding']
  readonly price: number | string
}

export const NO_COURSE: Typed = {
  ...{ topicId: '', reason: 'expiry', note: '', programmeId: '', programme: '', provider: '', month: '' },
  ...{ hours: '', form: 'distance', funding: 'budget', price: '' },
}

export const typedOf = ({ topic, programme, provider, month, price, ...course }: Course): Typed => ({
  ...{ reason: course.reason, note: course.note, hours: course.hours, form: course.form, funding: course.funding },
  topicId: topic === null ? '' : String(topic.id),
  programmeId: programme?.id == null ? '' : String(programme.id),
  programme: programme === null || programme.id !== null ? '' : programme.title,
  ...{ provider: provider ?? '', month: String(month), price: price ?? '' },
})

const numberOf = (value: number | string): number | null => (value === '' ? null : Number(value))
const textOf = (value: string): string | null => (value.trim() === '' ? null : value)

/** A number left empty where there must be one is left out, and so refused at its field. */
export const bodyOf = ({
  topicId,
  programmeId,
  programme,
  provider,
  month,
  hours,
  price,
  ...same
}: Typed): CourseTyped => ({
  ...same,
  ...{ topicId: numberOf(topicId), programmeId: numberOf(programmeId) },
  ...{ programme: textOf(programme), provider: textOf(provider) },
  ...({ month: numberOf(month) ?? undefined, hours: numberOf(hours) ?? undefined } as Pick<
    CourseTyped,
    'month' | 'hours'
  >),
  price: same.funding === 'free' ? null : numberOf(price),
})

type Props = {
  readonly typed: Typed
  readonly had: Course | null
  onChange(part: Partial<Typed>): void
  fault(path: string): string | undefined
}

/** What is learned, why, when and for what money. */
export function CourseFields({ typed, had, onChange, fault }: Props): ReactNode {
  const words = useWords(coursePlanWords)
  const { months } = useWords(plannerWords)
  const choice = <K extends 'reason' | 'form' | 'funding'>(
    field: K,
    values: readonly Typed[K][],
    names: Readonly<Record<Typed[K], string>>,
  ): ReactNode => (
    <Select
      label={words[field]}
      required
      allowDeselect={false}
      data={values.map((value) => ({ value, label: names[value] }))}
      value={typed[field]}
      error={fault(field)}
      onChange={(to) => onChange({ [field]: values.find((one) => one === to) ?? typed[field] })}
    />
  )
  return (
    <>
      <ValueSelect
        label={words.topic}
        list="topic"
        had={had?.topic ?? null}
        value={typed.topicId}
        error={fault('topicId')}
        onChange={(topicId) => onChange({ topicId })}
      />
      {choice('reason', COURSE_REASONS, words.reasons)}
      <Textarea
        label={words.note}
        description={words.noteHint}
        className="rost-wide"
        autosize
        maxLength={1_000}
        value={typed.note}
        error={fault('note')}
        onChange={(e) => onChange({ note: e.currentTarget.value })}
      />
      <ProgrammeSelect
        label={words.programme}
        had={had?.programme?.id == null ? null : { id: had.programme.id, title: had.programme.title }}
        disabled={typed.programme.trim() !== ''}
        value={typed.programmeId}
        error={fault('programmeId')}
        onChange={(programmeId, chosen) => {
          // As the register has it; whoever plans something else types it over.
          const told = chosen === undefined ? {} : { hours: chosen.hours ?? typed.hours, form: chosen.form }
          onChange({ programmeId, ...told })
        }}
      />
      <TextInput
        label={words.otherProgramme}
        maxLength={300}
        disabled={typed.programmeId !== ''}
        value={typed.programme}
        error={fault('programme')}
        onChange={(e) => onChange({ programme: e.currentTarget.value })}
      />
      <TextInput
        label={words.provider}
        maxLength={300}
        value={typed.provider}
        error={fault('provider')}
        onChange={(e) => onChange({ provider: e.currentTarget.value })}
      />
      <Select
        label={words.month}
        required
        data={months.map((label, at) => ({ value: String(at + 1), label }))}
        value={typed.month === '' ? null : typed.month}
        error={fault('month')}
        onChange={(month) => onChange({ month: month ?? '' })}
      />
      <NumberInput
        label={words.hours}
        required
        min={1}
        value={typed.hours}
        error={fault('hours')}
        onChange={(hours) => onChange({ hours })}
      />
      {choice('form', PROGRAMME_FORMS, words.forms)}
      {choice('funding', FUNDINGS, words.fundings)}
      {typed.funding === 'free' ? null : (
        <NumberInput
          label={words.priceOf}
          description={words.priceHint}
          min={0}
          decimalScale={2}
          value={typed.price}
          error={fault('price')}
          onChange={(price) => onChange({ price })}
        />
      )}
    </>
  )
}
