import { Textarea, TextInput } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import { call } from '../../../../../web/api.ts'
import { today } from '../../../../../web/formats.ts'
import { FormCard, useForm } from '../../../../../web/kit/form.tsx'
import { useWords } from '../../../../../web/language.tsx'
import { PersonSelect } from '../../../../registry/ui/index.ts'
import { joinRun, type Run } from '../group.contract.ts'
import { touchedByLearners } from './leaving.form.tsx'
import { groupWords } from './words.ts'

type Props = { readonly run: Run; onDone(): void }

/** Somebody comes after it began. */
export function JoiningForm({ run, onDone }: Props): ReactNode {
  const words = useWords(groupWords)
  const { id } = run.event
  const last = run.meetings.at(-1)?.day
  const [typed, setTyped] = useState({ personId: '', joinedOn: today(), reason: '' })
  const form = useForm({
    save: (key) => {
      const { personId, joinedOn, reason } = typed
      return call(joinRun, { params: { id }, body: { personIds: [Number(personId)], joinedOn, reason } }, { key })
    },
    touches: touchedByLearners(id),
    saved: words.joinDone,
    onDone,
  })
  return (
    <FormCard form={form} label={words.join} save={words.join} cancel={words.cancel} onCancel={onDone}>
      <PersonSelect
        label={words.who}
        description={words.joinWho}
        value={typed.personId}
        error={form.fault('personIds.0')}
        onChange={(personId) => setTyped({ ...typed, personId })}
      />
      <TextInput
        type="date"
        label={words.leftOn}
        required
        max={last !== undefined && last < today() ? last : today()}
        value={typed.joinedOn}
        error={form.fault('joinedOn')}
        onChange={(e) => setTyped({ ...typed, joinedOn: e.currentTarget.value })}
      />
      <Textarea
        label={words.reason}
        description={words.joinReason}
        className="rost-wide"
        autosize
        required
        maxLength={1_000}
        value={typed.reason}
        error={form.fault('reason')}
        onChange={(e) => setTyped({ ...typed, reason: e.currentTarget.value })}
      />
    </FormCard>
  )
}
