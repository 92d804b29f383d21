import { Select, TextInput } from '@mantine/core'
import type { ReactNode } from 'react'
import type { Form } from '../../../../web/kit/form.tsx'
import { useWords } from '../../../../web/language.tsx'
import { type About, type DIPLOMA_GIVES, PAPER_PARTS } from '../../papers/kinds.contract.ts'
import { documentWords } from '../../ui/words.ts'
import { DiplomaFields } from './diploma.fields.tsx'
import { registerWords } from './words.ts'

/** What is typed: numbers as text, so that nothing jumps while one types. */
export type Typed = {
  readonly kind: About['kind']
  readonly title: string
  readonly part: (typeof PAPER_PARTS)[number]
  readonly startsOn: string
  readonly endsOn: string
  readonly hours: string
  readonly place: string
  readonly gives: (typeof DIPLOMA_GIVES)[number]
  readonly given: string
}

export const NOTHING_TYPED: Typed = {
  ...{ kind: 'participation', part: 'participant', gives: 'qualification', given: '' },
  ...{ title: '', startsOn: '', endsOn: '', hours: '', place: '' },
}

/** Of a document that is there, to be given anew. */
export function typedOf(about: About): Typed {
  const { kind, title } = about
  if (about.kind === 'activity') {
    const { doneOn = '', place = '' } = about
    return { ...NOTHING_TYPED, kind, title, startsOn: doneOn, place }
  }
  const { startsOn, endsOn, hours } = about
  const part = about.kind === 'participation' ? about.part : NOTHING_TYPED.part
  const { gives, given } = about.kind === 'retraining' ? about : NOTHING_TYPED
  const same = { ...NOTHING_TYPED, kind, title, part, gives, given, startsOn, endsOn }
  return { ...same, hours: hours === null ? '' : String(hours) }
}

export function aboutOf(typed: Typed): About {
  const { kind, title, part, startsOn, endsOn, hours, place, gives, given } = typed
  const count = Number(hours.replace(',', '.'))
  switch (kind) {
    case 'participation':
      return { kind, title, part, startsOn, endsOn, hours: hours.trim() === '' ? null : count }
    case 'upskilling':
      return { kind, title, startsOn, endsOn, hours: count }
    case 'retraining':
      return { kind, title, startsOn, endsOn, hours: count, gives, given }
    case 'activity':
      return { kind, title, ...(startsOn !== '' && { doneOn: startsOn }), ...(place.trim() !== '' && { place }) }
  }
}

type Props = { readonly form: Form; readonly typed: Typed; onChange(part: Partial<Typed>): void }

/** What the paper is given for, by its kind. */
export function AboutFields({ form, typed, onChange }: Props): ReactNode {
  const words = useWords(registerWords)
  const { parts } = useWords(documentWords)
  const { kind, title, part, startsOn, endsOn, hours, place, gives, given } = typed
  return (
    <>
      <TextInput
        required
        className="rost-wide"
        label={words.subject[kind]}
        maxLength={300}
        value={title}
        error={form.fault('about.title')}
        onChange={(event) => onChange({ title: event.currentTarget.value })}
      />
      {kind === 'participation' ? (
        <Select
          label={words.part}
          allowDeselect={false}
          data={PAPER_PARTS.map((value) => ({ value, label: parts[value] }))}
          value={part}
          onChange={(value) => onChange({ part: PAPER_PARTS.find((one) => one === value) ?? part })}
        />
      ) : null}
      {kind === 'retraining' ? (
        <DiplomaFields diploma={{ gives, given }} fault={form.fault('about.given')} onChange={onChange} />
      ) : null}
      {kind === 'activity' ? (
        <>
          <TextInput
            type="date"
            label={words.doneOn}
            value={startsOn}
            error={form.fault('about.doneOn')}
            onChange={(event) => onChange({ startsOn: event.currentTarget.value })}
          />
          <TextInput
            label={words.place}
            maxLength={300}
            value={place}
            error={form.fault('about.place')}
            onChange={(event) => onChange({ place: event.currentTarget.value })}
          />
        </>
      ) : (
        <>
          <TextInput
            type="date"
            required
            label={words.startsOn}
            value={startsOn}
            error={form.fault('about.startsOn')}
            onChange={(event) => onChange({ startsOn: event.currentTarget.value })}
          />
          <TextInput
            type="date"
            required
            label={words.endsOn}
            value={endsOn}
            error={form.fault('about.endsOn')}
            onChange={(event) => onChange({ endsOn: event.currentTarget.value })}
          />
          <TextInput
            inputMode="decimal"
            required={kind !== 'participation'}
            label={words.hours}
            value={hours}
            error={form.fault('about.hours')}
            onChange={(event) => onChange({ hours: event.currentTarget.value })}
          />
        </>
      )}
    </>
  )
}
