import { NumberInput, Textarea, TextInput } from '@mantine/core'
import type { ReactNode } from 'react'
import { call } from '../../../../web/api.ts'
import { useDraft } from '../../../../web/kit/draft.ts'
import { FormCard, useForm } from '../../../../web/kit/form.tsx'
import { useWords } from '../../../../web/language.tsx'
import { changeIncident, enterIncident, type Incident } from '../incidents.contract.ts'
import { incidentWords } from './words.ts'

type Props = { readonly incident?: Incident; onDone(): void }

const EMPTY = {
  title: '',
  happenedAt: '',
  knownAt: '',
  data: '',
  people: '' as number | string,
  causes: '',
  measures: '',
}

/** What an input of the browser takes of a moment: the clock on the wall. */
function localOf(moment: string): string {
  const at = new Date(moment)
  return new Date(at.getTime() - at.getTimezoneOffset() * 60_000).toISOString().slice(0, 16)
}

const momentOf = (local: string): string => (local === '' ? '' : new Date(local).toISOString())
const filled = (text: string): string | null => (text.trim() === '' ? null : text)

export function IncidentForm({ incident, onDone }: Props): ReactNode {
  const words = useWords(incidentWords)
  const stored =
    incident === undefined
      ? EMPTY
      : {
          ...{ title: incident.title, data: incident.data, people: incident.people ?? '' },
          ...{ causes: incident.causes ?? '', measures: incident.measures ?? '' },
          ...{ happenedAt: localOf(incident.happenedAt), knownAt: localOf(incident.knownAt) },
        }
  const draft = useDraft(`incident-${incident?.id ?? 'new'}`, stored)
  const { value: typed } = draft
  const close = (): void => {
    draft.clear()
    onDone()
  }
  const body = {
    ...{ title: typed.title, data: typed.data, causes: filled(typed.causes), measures: filled(typed.measures) },
    ...{ happenedAt: momentOf(typed.happenedAt), knownAt: momentOf(typed.knownAt) },
    people: typed.people === '' ? null : Number(typed.people),
  }
  const form = useForm({
    save: (key) =>
      incident === undefined
        ? call(enterIncident, { body }, { key })
        : call(changeIncident, { params: { id: incident.id }, body }, { key, version: incident.version }),
    touches: [['incidents'], ['tasks']],
    saved: incident === undefined ? words.entered : words.saved,
    onDone: close,
  })
  const moment = (name: 'happenedAt' | 'knownAt', hint?: string): ReactNode => (
    <TextInput
      type="datetime-local"
      required
      label={words[name]}
      description={hint}
      value={typed[name]}
      error={form.fault(name)}
      onChange={(event) => draft.change({ [name]: event.currentTarget.value })}
    />
  )
  const long = (name: 'data' | 'causes' | 'measures', hint?: string): ReactNode => (
    <Textarea
      label={words[name]}
      description={hint}
      required={name === 'data'}
      className="rost-wide"
      autosize
      minRows={2}
      value={typed[name]}
      error={form.fault(name)}
      onChange={(event) => draft.change({ [name]: event.currentTarget.value })}
    />
  )
  return (
    <FormCard form={form} label={words.enter} save={words.save} cancel={words.cancel} onCancel={close}>
      <TextInput
        label={words.what}
        required
        className="rost-wide"
        maxLength={200}
        value={typed.title}
        error={form.fault('title')}
        onChange={(event) => draft.change({ title: event.currentTarget.value })}
      />
      {moment('happenedAt')}
      {moment('knownAt', words.knownHint)}
      <NumberInput
        label={words.people}
        description={words.peopleHint}
        allowDecimal={false}
        min={0}
        value={typed.people}
        error={form.fault('people')}
        onChange={(people) => draft.change({ people })}
      />
      {long('data', words.dataHint)}
      {long('causes')}
      {long('measures')}
    </FormCard>
  )
}
