import { Button, Group, Text, Textarea, TextInput } from '@mantine/core'
import { useNavigate } from '@tanstack/react-router'
import { type ReactNode, useState } from 'react'
import { call } from '../../../../web/api.ts'
import { today } from '../../../../web/formats.ts'
import { FormCard, useForm } from '../../../../web/kit/form.tsx'
import { ProblemNote } from '../../../../web/kit/problem-note.tsx'
import { useWords } from '../../../../web/language.tsx'
import type { Programme } from '../programmes.contract.ts'
import * as steps from '../steps.contract.ts'
import { ReviewersForm } from './reviewers.form.tsx'
import { type StepProps, touchedBy } from './step.ts'
import { programmeWords } from './words.ts'

const REASONED = ['return', 'decline', 'renew', 'retire'] as const
type Reasoned = (typeof REASONED)[number]
type Opened = Reasoned | 'review' | 'approve' | 'register'

/** What may follow: the next step first, what ends it last. */
export function ProgrammeSteps({ programme }: { readonly programme: Programme }): ReactNode {
  const words = useWords(programmeWords)
  const [opened, setOpened] = useState<Opened | null>(null)
  const { can, lacks, state } = programme
  const close = (): void => setOpened(null)
  const offers = (['review', 'approve', 'register', 'renew', 'return', 'decline', 'retire'] as const).filter(
    (step) => can.includes(step) || (step === 'review' && state === 'draft' && lacks.length > 0),
  )
  if (opened === 'review') return <ReviewersForm programme={programme} onDone={close} />
  if (opened === 'approve') return <ApprovalForm programme={programme} onDone={close} />
  if (opened === 'register') return <RegistrationForm programme={programme} onDone={close} />
  if (opened !== null) return <ReasonForm programme={programme} step={opened} onDone={close} />
  return (
    <>
      {lacks.length === 0 ? null : (
        <div className="rost-card">
          <Text size="sm">{words.lacks}</Text>
          <ul className="rost-plain-list">
            {lacks.map((lack) => (
              <li key={lack}>{words.lack[lack]}</li>
            ))}
          </ul>
        </div>
      )}
      {offers.length === 0 && !can.includes('develop') ? null : (
        <Group gap="xs" className="rost-no-print">
          {can.includes('develop') ? <DevelopButton programme={programme} /> : null}
          {offers.map((step) => (
            <Button
              key={step}
              variant={['review', 'approve', 'register'].includes(step) ? 'filled' : 'default'}
              disabled={!can.includes(step)}
              onClick={() => setOpened(step)}
            >
              {words[step]}
            </Button>
          ))}
        </Group>
      )}
    </>
  )
}

function DevelopButton({ programme }: { readonly programme: Programme }): ReactNode {
  const words = useWords(programmeWords)
  const { id, version } = programme
  const form = useForm({
    save: (key) => call(steps.developProgramme, { params: { id } }, { key, version }),
    touches: touchedBy(programme),
    saved: words.developed,
    onDone: () => {},
  })
  return (
    <>
      <ProblemNote error={form.error} />
      <Button loading={form.busy} onClick={(e) => form.submit(e)}>
        {words.develop}
      </Button>
    </>
  )
}

const REASONED_BY = {
  return: steps.returnProgramme,
  decline: steps.declineProgramme,
  renew: steps.renewProgramme,
  retire: steps.retireProgramme,
} as const
const SAID = { return: 'returned', decline: 'declined', renew: 'renewed', retire: 'retired' } as const

function ReasonForm({ programme, step, onDone }: StepProps & { readonly step: Reasoned }): ReactNode {
  const words = useWords(programmeWords)
  const navigate = useNavigate()
  const [reason, setReason] = useState('')
  const { id, version } = programme
  const form = useForm({
    save: (key) => call(REASONED_BY[step], { params: { id }, body: { reason } }, { key, version }),
    touches: touchedBy(programme),
    saved: words[SAID[step]],
    onDone: (done) => {
      onDone()
      // Renewing answers with the draft of the next edition.
      if (done.id !== id) void navigate({ to: '/programmes/$id', params: { id: String(done.id) } })
    },
  })
  return (
    <FormCard form={form} label={words[step]} save={words[step]} cancel={words.cancel} onCancel={onDone}>
      <Textarea
        label={words.why}
        description={words.whyHint}
        required
        className="rost-wide"
        autosize
        minRows={2}
        maxLength={2000}
        value={reason}
        error={form.fault('reason')}
        onChange={(e) => setReason(e.currentTarget.value)}
      />
    </FormCard>
  )
}

function ApprovalForm({ programme, onDone }: StepProps): ReactNode {
  const words = useWords(programmeWords)
  const [typed, setTyped] = useState({ orderNumber: '', orderOn: today() })
  const { id, version } = programme
  const form = useForm({
    save: (key) => call(steps.approveProgramme, { params: { id }, body: typed }, { key, version }),
    touches: touchedBy(programme),
    saved: words.approved,
    onDone,
  })
  return (
    <FormCard form={form} label={words.approve} save={words.approve} cancel={words.cancel} onCancel={onDone}>
      <TextInput
        label={words.orderNumber}
        required
        maxLength={60}
        value={typed.orderNumber}
        error={form.fault('orderNumber')}
        onChange={(e) => setTyped({ ...typed, orderNumber: e.currentTarget.value })}
      />
      <TextInput
        type="date"
        label={words.orderOn}
        required
        value={typed.orderOn}
        error={form.fault('orderOn')}
        onChange={(e) => setTyped({ ...typed, orderOn: e.currentTarget.value })}
      />
    </FormCard>
  )
}

function RegistrationForm({ programme, onDone }: StepProps): ReactNode {
  const words = useWords(programmeWords)
  const [typed, setTyped] = useState({ number: '', registeredOn: today(), validUntil: '' })
  const { id, version } = programme
  const form = useForm({
    save: (key) => {
      const body = { ...typed, validUntil: typed.validUntil === '' ? null : typed.validUntil }
      return call(steps.registerProgramme, { params: { id }, body }, { key, version })
    },
    touches: touchedBy(programme),
    saved: words.registered,
    onDone,
  })
  return (
    <FormCard form={form} label={words.register} save={words.register} cancel={words.cancel} onCancel={onDone}>
      <TextInput
        label={words.number}
        required
        maxLength={60}
        value={typed.number}
        error={form.fault('number')}
        onChange={(e) => setTyped({ ...typed, number: e.currentTarget.value })}
      />
      <TextInput
        type="date"
        label={words.registeredOn}
        required
        value={typed.registeredOn}
        error={form.fault('registeredOn')}
        onChange={(e) => setTyped({ ...typed, registeredOn: e.currentTarget.value })}
      />
      <TextInput
        type="date"
        label={words.validUntilLabel}
        description={words.validUntilHint}
        value={typed.validUntil}
        error={form.fault('validUntil')}
        onChange={(e) => setTyped({ ...typed, validUntil: e.currentTarget.value })}
      />
    </FormCard>
  )
}
