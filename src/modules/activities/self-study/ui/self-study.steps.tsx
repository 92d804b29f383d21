import { Button, Group, Text, Textarea, TextInput } from '@mantine/core'
import { useNavigate } from '@tanstack/react-router'
import { type ReactNode, useState } from 'react'
import { call } from '../../../../web/api.ts'
import { FormCard, useForm } from '../../../../web/kit/form.tsx'
import { ProblemNote } from '../../../../web/kit/problem-note.tsx'
import { useWords } from '../../../../web/language.tsx'
import { PersonSelect } from '../../../registry/ui/index.ts'
import {
  approveSelfStudy,
  cancelSelfStudy,
  changeSelfStudy,
  declineSelfStudy,
  reopenSelfStudy,
  type SelfStudy,
  withdrawSelfStudy,
} from '../self-study.contract.ts'
import { FinishForm } from './finish.form.tsx'
import { touchedBy } from './touched.ts'
import { selfStudyWords } from './words.ts'

type Props = { readonly study: SelfStudy; onDone(): void }

/** What whoever looks may do next. */
export function SelfStudySteps({ study }: { readonly study: SelfStudy }): ReactNode {
  const words = useWords(selfStudyWords)
  const [opened, setOpened] = useState<'approve' | 'change' | 'finish' | 'decline' | 'cancel' | null>(null)
  const { can } = study
  const close = (): void => setOpened(null)
  if (opened === 'approve') return <ApproveForm study={study} onDone={close} />
  if (opened === 'change') return <ChangeForm study={study} onDone={close} />
  if (opened === 'finish') return <FinishForm study={study} onDone={close} />
  if (opened === 'decline' || opened === 'cancel') return <EndForm study={study} step={opened} onDone={close} />
  return (
    <>
      {can.includes('change') && !can.includes('finish') ? (
        <Text size="sm" c="dimmed">
          {words.through}
        </Text>
      ) : null}
      <Group gap="xs" className="rost-no-print">
        {can.includes('approve') ? <Button onClick={() => setOpened('approve')}>{words.approve}</Button> : null}
        {can.includes('decline') ? (
          <Button variant="default" onClick={() => setOpened('decline')}>
            {words.decline}
          </Button>
        ) : null}
        {can.includes('withdraw') ? <WithdrawButton study={study} /> : null}
        {can.includes('finish') ? <Button onClick={() => setOpened('finish')}>{words.finish}</Button> : null}
        {can.includes('change') ? (
          <Button variant="default" onClick={() => setOpened('change')}>
            {words.change}
          </Button>
        ) : null}
        {can.includes('cancel') ? (
          <Button variant="default" onClick={() => setOpened('cancel')}>
            {words.cancelIt}
          </Button>
        ) : null}
        {can.includes('reopen') && study.batch === null ? <ReopenButton study={study} /> : null}
      </Group>
    </>
  )
}

function WithdrawButton({ study: { id, version } }: Pick<Props, 'study'>): ReactNode {
  const words = useWords(selfStudyWords)
  const navigate = useNavigate()
  const form = useForm({
    save: (key) => call(withdrawSelfStudy, { params: { id } }, { key, version }),
    touches: [['self-studies']],
    saved: words.withdrawn,
    onDone: () => void navigate({ to: '/my' }),
  })
  return (
    <>
      <ProblemNote error={form.error} />
      <Button variant="default" loading={form.busy} onClick={(e) => form.submit(e)}>
        {words.withdraw}
      </Button>
    </>
  )
}

function ReopenButton({ study: { id, version } }: Pick<Props, 'study'>): ReactNode {
  const words = useWords(selfStudyWords)
  const form = useForm({
    save: (key) => call(reopenSelfStudy, { params: { id } }, { key, version }),
    touches: touchedBy(id),
    saved: words.reopened,
    onDone: () => {},
  })
  return (
    <>
      <ProblemNote error={form.error} />
      <Button variant="default" loading={form.busy} onClick={(e) => form.submit(e)}>
        {words.reopen}
      </Button>
    </>
  )
}

function ApproveForm({ study: { id, version }, onDone }: Props): ReactNode {
  const words = useWords(selfStudyWords)
  const [tutorId, setTutorId] = useState('')
  const form = useForm({
    save: (key) => {
      const body = { tutorId: tutorId === '' ? null : Number(tutorId) }
      return call(approveSelfStudy, { params: { id }, body }, { key, version })
    },
    touches: touchedBy(id),
    saved: words.approved,
    onDone,
  })
  return (
    <FormCard form={form} label={words.approve} save={words.approve} cancel={words.cancel} onCancel={onDone}>
      <PersonSelect
        label={words.tutor}
        description={words.tutorHint}
        value={tutorId}
        error={form.fault('tutorId')}
        onChange={setTutorId}
      />
    </FormCard>
  )
}

function ChangeForm({ study: { id, version, endsOn: stood, tutor }, onDone }: Props): ReactNode {
  const words = useWords(selfStudyWords)
  const [typed, setTyped] = useState({ endsOn: stood, tutorId: '' })
  const form = useForm({
    save: (key) => {
      // Whoever leaves the field empty keeps who helps now.
      const body = { endsOn: typed.endsOn, ...(typed.tutorId !== '' && { tutorId: Number(typed.tutorId) }) }
      return call(changeSelfStudy, { params: { id }, body }, { key, version })
    },
    touches: touchedBy(id),
    saved: words.saved,
    onDone,
  })
  return (
    <FormCard form={form} label={words.change} save={words.save} cancel={words.cancel} onCancel={onDone}>
      <TextInput
        type="date"
        label={words.endsOn}
        required
        value={typed.endsOn}
        error={form.fault('endsOn')}
        onChange={(e) => setTyped({ ...typed, endsOn: e.currentTarget.value })}
      />
      <PersonSelect
        label={words.tutor}
        description={tutor === null ? words.tutorHint : words.tutorKept(tutor.name)}
        value={typed.tutorId}
        error={form.fault('tutorId')}
        onChange={(tutorId) => setTyped({ ...typed, tutorId })}
      />
    </FormCard>
  )
}

function EndForm({ study: { id, version }, step, onDone }: Props & { readonly step: 'decline' | 'cancel' }): ReactNode {
  const words = useWords(selfStudyWords)
  const [reason, setReason] = useState('')
  const does = step === 'decline' ? words.decline : words.cancelIt
  const form = useForm({
    save: (key) =>
      call(
        step === 'decline' ? declineSelfStudy : cancelSelfStudy,
        { params: { id }, body: { reason } },
        { key, version },
      ),
    touches: touchedBy(id),
    saved: step === 'decline' ? words.declined : words.cancelled,
    onDone,
  })
  return (
    <FormCard
      form={form}
      label={does}
      save={does}
      cancel={step === 'decline' ? words.cancel : words.keepIt}
      onCancel={onDone}
    >
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
