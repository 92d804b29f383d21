import { Button, Group, Text, TextInput } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { type ReactNode, useState } from 'react'
import { call } from '../../../../web/api.ts'
import { sayDay, sayMoment, today } from '../../../../web/formats.ts'
import { useDraft } from '../../../../web/kit/draft.ts'
import { FormCard, useForm } from '../../../../web/kit/form.tsx'
import { Mark, type State } from '../../../../web/kit/marks.tsx'
import { useNotice } from '../../../../web/kit/notice.tsx'
import { ProblemNote } from '../../../../web/kit/problem-note.tsx'
import { useLanguage, useWords } from '../../../../web/language.tsx'
import {
  approveSnapshot,
  publishSnapshot,
  removeSnapshot,
  type Snapshot,
  withdrawSnapshot,
} from '../snapshots.contract.ts'
import { snapshotWords } from './words.ts'

export const MARKS: Readonly<Record<Snapshot['state'], State>> = {
  computed: 'none',
  approved: 'warn',
  published: 'good',
}

const TOUCHED = [['snapshot'], ['snapshots']] as const

/** Where frozen figures stand between computed and published, and the next step. */
export function SnapshotState({ snapshot }: { snapshot: Snapshot }): ReactNode {
  const words = useWords(snapshotWords)
  const { language } = useLanguage()
  const [approving, setApproving] = useState(false)
  const { state, approval, publishedAt } = snapshot
  if (approving) return <ApprovalForm snapshot={snapshot} onDone={() => setApproving(false)} />
  return (
    <section className="rost-card" aria-label={words.state}>
      <Group justify="space-between" align="start">
        <div>
          <Mark state={MARKS[state]}>{words.states[state]}</Mark>
          {approval === null ? null : (
            <Text size="sm">
              {words.approval(approval.number, sayDay(approval.date, language), approval.signatory)}
            </Text>
          )}
          {publishedAt === null ? null : <Text size="sm">{words.publishedOn(sayMoment(publishedAt, language))}</Text>}
          <Text size="sm" c="dimmed">
            {words.stateDetail[state]}
          </Text>
        </div>
        <Steps snapshot={snapshot} onApprove={() => setApproving(true)} />
      </Group>
    </section>
  )
}

function Steps({ snapshot, onApprove }: { snapshot: Snapshot; onApprove: () => void }): ReactNode {
  const words = useWords(snapshotWords)
  const client = useQueryClient()
  const navigate = useNavigate()
  const notice = useNotice()
  const { id, version, can } = snapshot
  const step = useMutation({
    mutationFn: async (what: 'publish' | 'withdraw' | 'remove') => {
      const contract = { publish: publishSnapshot, withdraw: withdrawSnapshot, remove: removeSnapshot }[what]
      await call(contract, { params: { id } }, { version })
      return what
    },
    onSuccess: async (what) => {
      notice(what === 'remove' ? words.removed : words.stepped)
      if (what === 'remove') await navigate({ to: '/snapshots' })
      await Promise.all(TOUCHED.map((queryKey) => client.invalidateQueries({ queryKey })))
    },
  })
  const button = (what: 'publish' | 'withdraw' | 'remove', variant: string): ReactNode =>
    can.includes(what) ? (
      <Button variant={variant} loading={step.isPending && step.variables === what} onClick={() => step.mutate(what)}>
        {words[what]}
      </Button>
    ) : null
  return (
    <Group gap="xs" className="rost-no-print">
      <ProblemNote error={step.error} />
      {can.includes('approve') ? <Button onClick={onApprove}>{words.approve}</Button> : null}
      {button('publish', 'filled')}
      {button('withdraw', 'default')}
      {button('remove', 'subtle')}
    </Group>
  )
}

function ApprovalForm({ snapshot, onDone }: { snapshot: Snapshot; onDone: () => void }): ReactNode {
  const words = useWords(snapshotWords)
  const draft = useDraft(`approval-${snapshot.id}`, { number: '', date: today(), signatory: '' })
  const close = (): void => {
    draft.clear()
    onDone()
  }
  const form = useForm({
    save: (key) =>
      call(approveSnapshot, { params: { id: snapshot.id }, body: draft.value }, { key, version: snapshot.version }),
    touches: TOUCHED,
    saved: words.stepped,
    onDone: close,
  })
  return (
    <FormCard
      form={form}
      label={words.approve}
      save={words.approve}
      cancel={words.cancel}
      onCancel={close}
      restored={draft.restored}
      onStartAnew={() => draft.clear()}
    >
      <TextInput
        label={words.number}
        required
        maxLength={100}
        value={draft.value.number}
        error={form.fault('number')}
        onChange={(event) => draft.change({ number: event.currentTarget.value })}
      />
      <TextInput
        type="date"
        label={words.documentOn}
        required
        value={draft.value.date}
        error={form.fault('date')}
        onChange={(event) => draft.change({ date: event.currentTarget.value })}
      />
      <TextInput
        label={words.signatory}
        description={words.signatoryHint}
        required
        maxLength={300}
        value={draft.value.signatory}
        error={form.fault('signatory')}
        onChange={(event) => draft.change({ signatory: event.currentTarget.value })}
      />
    </FormCard>
  )
}
