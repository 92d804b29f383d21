import { Button, Group, Textarea } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import { call } from '../../../../web/api.ts'
import { FormCard, useForm } from '../../../../web/kit/form.tsx'
import { ProblemNote } from '../../../../web/kit/problem-note.tsx'
import { useWords } from '../../../../web/language.tsx'
import * as contract from '../course-plans.contract.ts'
import { coursePlanWords } from './words.ts'

const STEPS = {
  propose: { by: contract.proposeCoursePlan, said: 'proposed', variant: 'filled' },
  agree: { by: contract.agreeCoursePlan, said: 'agreedDone', variant: 'filled' },
  reopen: { by: contract.reopenCoursePlan, said: 'reopened', variant: 'default' },
} as const

type Props = { readonly plan: contract.CoursePlan }

const TOUCHES = [['course-plans'], ['planned-courses'], ['tasks']]

/** What may follow: handing it on, agreeing, sending it back. */
export function PlanSteps({ plan }: Props): ReactNode {
  const words = useWords(coursePlanWords)
  const [returning, setReturning] = useState(false)
  const { can } = plan
  if (returning) return <ReturnForm plan={plan} onDone={() => setReturning(false)} />
  const steps = (['agree', 'propose', 'reopen'] as const).filter((step) => can.includes(step))
  if (steps.length === 0 && !can.includes('return')) return null
  return (
    <Group gap="xs" className="rost-no-print">
      {steps.map((step) => (
        <StepButton key={step} plan={plan} step={step} />
      ))}
      {can.includes('return') ? (
        <Button variant="default" onClick={() => setReturning(true)}>
          {words.return}
        </Button>
      ) : null}
    </Group>
  )
}

function StepButton({ plan, step }: Props & { readonly step: keyof typeof STEPS }): ReactNode {
  const words = useWords(coursePlanWords)
  const { id, version } = plan
  const { by, said, variant } = STEPS[step]
  const form = useForm({
    save: (key) => call(by, { params: { id } }, { key, version }),
    touches: TOUCHES,
    saved: words[said],
    onDone: () => {},
  })
  return (
    <>
      <ProblemNote error={form.error} />
      <Button variant={variant} loading={form.busy} onClick={(e) => form.submit(e)}>
        {words[step]}
      </Button>
    </>
  )
}

function ReturnForm({ plan, onDone }: Props & { onDone(): void }): ReactNode {
  const words = useWords(coursePlanWords)
  const [reason, setReason] = useState('')
  const { id, version } = plan
  const form = useForm({
    save: (key) => call(contract.returnCoursePlan, { params: { id }, body: { reason } }, { key, version }),
    touches: TOUCHES,
    saved: words.returned,
    onDone,
  })
  return (
    <FormCard form={form} label={words.return} save={words.return} cancel={words.cancel} onCancel={onDone}>
      <Textarea
        label={words.why}
        description={words.whyHint}
        required
        className="rost-wide"
        autosize
        minRows={2}
        maxLength={1_000}
        value={reason}
        error={form.fault('reason')}
        onChange={(e) => setReason(e.currentTarget.value)}
      />
    </FormCard>
  )
}
