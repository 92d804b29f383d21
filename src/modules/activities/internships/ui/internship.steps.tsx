import { Button, Group, Text, Textarea, TextInput } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import { call } from '../../../../web/api.ts'
import { today } from '../../../../web/formats.ts'
import { FormCard, useForm } from '../../../../web/kit/form.tsx'
import { ProblemNote } from '../../../../web/kit/problem-note.tsx'
import { useWords } from '../../../../web/language.tsx'
import {
  cancelInternship,
  changeInternship,
  finishInternship,
  type Internship,
  reopenInternship,
} from '../internships.contract.ts'
import { SupervisorFields } from './supervisor.fields.tsx'
import { touchedBy } from './touched.ts'
import { internshipWords } from './words.ts'

type Props = { readonly internship: Internship; onDone(): void }

/** What whoever arranged it may do next. */
export function InternshipSteps({ internship }: { readonly internship: Internship }): ReactNode {
  const words = useWords(internshipWords)
  const [opened, setOpened] = useState<'change' | 'finish' | 'cancel' | null>(null)
  const { can, tasks, done } = internship
  const close = (): void => setOpened(null)
  if (opened === 'change') return <ChangeForm internship={internship} onDone={close} />
  if (opened === 'finish') return <FinishForm internship={internship} onDone={close} />
  if (opened === 'cancel') return <CancelForm internship={internship} onDone={close} />
  if (can.includes('reopen')) return <ReopenButton internship={internship} />
  if (!can.includes('change')) return null
  return (
    <>
      {done < tasks.length ? (
        <Text size="sm" c="dimmed">
          {words.tasksOpen}
        </Text>
      ) : null}
      <Group gap="xs" className="rost-no-print">
        <Button disabled={!can.includes('finish')} onClick={() => setOpened('finish')}>
          {words.finish}
        </Button>
        <Button variant="default" onClick={() => setOpened('change')}>
          {words.change}
        </Button>
        <Button variant="default" onClick={() => setOpened('cancel')}>
          {words.cancelIt}
        </Button>
      </Group>
    </>
  )
}

function ReopenButton({ internship }: { readonly internship: Internship }): ReactNode {
  const words = useWords(internshipWords)
  const { id, version } = internship
  const form = useForm({
    save: (key) => call(reopenInternship, { params: { id } }, { key, version }),
    touches: touchedBy(internship),
    saved: words.reopened,
    onDone: () => {},
  })
  return (
    <>
      <ProblemNote error={form.error} />
      <Group>
        <Button variant="default" loading={form.busy} onClick={(e) => form.submit(e)}>
          {words.reopen}
        </Button>
      </Group>
    </>
  )
}

function ChangeForm({ internship, onDone }: Props): ReactNode {
  const words = useWords(internshipWords)
  const { id, version, startsOn, endsOn, supervisor } = internship
  const [typed, setTyped] = useState({
    ...{ startsOn, endsOn, supervisorId: '' },
    supervisorGuest: supervisor?.personId === null ? supervisor.name : '',
  })
  const isSupervised = typed.supervisorId !== '' || typed.supervisorGuest.trim() !== ''
  const form = useForm({
    save: (key) => {
      // Whoever leaves both fields as they stood keeps who guides it now.
      const supervised = isSupervised
        ? {
            supervisorId: typed.supervisorId === '' ? null : Number(typed.supervisorId),
            supervisorGuest: typed.supervisorId === '' ? typed.supervisorGuest : null,
          }
        : supervisor?.personId === null
          ? { supervisorId: null, supervisorGuest: null }
          : {}
      const body = { startsOn: typed.startsOn, endsOn: typed.endsOn, ...supervised }
      return call(changeInternship, { params: { id }, body }, { key, version })
    },
    touches: touchedBy(internship),
    saved: words.saved,
    onDone,
  })
  return (
    <FormCard form={form} label={words.change} save={words.save} cancel={words.cancel} onCancel={onDone}>
      {(['startsOn', 'endsOn'] as const).map((field) => (
        <TextInput
          key={field}
          type="date"
          label={words[field]}
          required
          value={typed[field]}
          error={form.fault(field)}
          onChange={(e) => setTyped({ ...typed, [field]: e.currentTarget.value })}
        />
      ))}
      <SupervisorFields typed={typed} fault={form.fault} onChange={(part) => setTyped({ ...typed, ...part })} />
    </FormCard>
  )
}

function FinishForm({ internship, onDone }: Props): ReactNode {
  const words = useWords(internshipWords)
  const { id, version, endsOn } = internship
  const [finishedOn, setFinishedOn] = useState(endsOn < today() ? endsOn : today())
  const form = useForm({
    save: (key) => call(finishInternship, { params: { id }, body: { finishedOn } }, { key, version }),
    touches: touchedBy(internship),
    saved: words.finished,
    onDone,
  })
  return (
    <FormCard form={form} label={words.finish} save={words.finish} cancel={words.cancel} onCancel={onDone}>
      <TextInput
        type="date"
        label={words.finishDay}
        description={words.finishHint}
        required
        value={finishedOn}
        error={form.fault('finishedOn')}
        onChange={(e) => setFinishedOn(e.currentTarget.value)}
      />
    </FormCard>
  )
}

function CancelForm({ internship, onDone }: Props): ReactNode {
  const words = useWords(internshipWords)
  const [reason, setReason] = useState('')
  const { id, version } = internship
  const form = useForm({
    save: (key) => call(cancelInternship, { params: { id }, body: { reason } }, { key, version }),
    touches: touchedBy(internship),
    saved: words.cancelled,
    onDone,
  })
  return (
    <FormCard form={form} label={words.cancelIt} save={words.cancelIt} cancel={words.keepIt} onCancel={onDone}>
      <Textarea
        label={words.reason}
        description={words.reasonHint}
        required
        className="rost-wide"
        maxLength={1000}
        value={reason}
        error={form.fault('reason')}
        onChange={(e) => setReason(e.currentTarget.value)}
      />
    </FormCard>
  )
}
