import { Checkbox, NumberInput, Radio, Skeleton, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { call, Problem } from '../../../../web/api.ts'
import { FormCard, useForm } from '../../../../web/kit/form.tsx'
import { ProblemNote } from '../../../../web/kit/problem-note.tsx'
import { useWords } from '../../../../web/language.tsx'
import { useMay } from '../../../../web/me.tsx'
import type { Population } from '../../../population/population.contract.ts'
import { PopulationEditor } from '../../../population/ui/index.ts'
import { type Admission, changeAdmission, getAdmission } from '../admission.contract.ts'
import { enrolmentWords } from './words.ts'

type Props = { readonly event: number; onDone(): void }

/** Whom the event takes, who has to agree, how many of one organisation and until when. */
export function AdmissionForm({ event, onDone }: Props): ReactNode {
  const admission = useQuery({
    queryKey: ['admission', event],
    queryFn: () => call(getAdmission, { params: { id: event } }),
  })
  if (admission.isError) return <ProblemNote error={admission.error} onRetry={() => admission.refetch()} />
  if (admission.data === undefined) return <Skeleton height={260} />
  return <Editing key={admission.data.version} event={event} admission={admission.data} onDone={onDone} />
}

const EVERYBODY: Population = { all: [] }

/** A moment as the browser's field has it, in the reader's time zone, and back. */
const asTyped = (moment: string): string =>
  new Date(Date.parse(moment) - new Date(moment).getTimezoneOffset() * 60_000).toISOString().slice(0, 16)

function Editing({ event, admission, onDone }: Props & { readonly admission: Admission }): ReactNode {
  const words = useWords(enrolmentWords)
  const mayAsk = useMay('population.ask')
  const [rule, setRule] = useState(admission.rule)
  const [unfinished, setUnfinished] = useState(0)
  const [byApproval, setByApproval] = useState(admission.byApproval)
  const [quota, setQuota] = useState<number | string>(admission.quota ?? '')
  const [closesAt, setClosesAt] = useState(admission.closesAt === null ? '' : asTyped(admission.closesAt))
  const [offerHours, setOfferHours] = useState<number | string>(admission.offerHours)
  const [walkIn, setWalkIn] = useState(admission.walkIn)
  const form = useForm({
    save: (key) =>
      call(
        changeAdmission,
        {
          params: { id: event },
          body: {
            ...{ rule, byApproval, walkIn, offerHours: Number(offerHours) },
            quota: quota === '' ? null : Number(quota),
            closesAt: closesAt === '' ? null : new Date(closesAt).toISOString(),
          },
        },
        { key, version: admission.version },
      ),
    touches: [['admission'], ['participants'], ['my-enrolment'], ['candidates']],
    saved: words.admissionSaved,
    onDone,
  })
  const faults = form.error instanceof Problem ? form.error.fields : undefined
  return (
    <>
      {rule === null || !mayAsk ? null : (
        <PopulationEditor
          label={words.ruleLabel}
          subject="person"
          value={admission.rule ?? EVERYBODY}
          {...(faults !== undefined && { faults })}
          onChange={setRule}
          onUnfinished={setUnfinished}
        />
      )}
      <FormCard
        form={unfinished > 0 ? { ...form, submit: (event) => event.preventDefault() } : form}
        label={words.admission}
        save={words.admissionSave}
        cancel={words.cancel}
        onCancel={onDone}
      >
        <Radio.Group
          className="rost-wide"
          label={words.rule}
          value={rule === null ? 'anybody' : 'rule'}
          error={unfinished > 0 ? words.unfinished : form.fault('rule')}
          onChange={(value) => {
            setRule(value === 'anybody' ? null : (admission.rule ?? EVERYBODY))
            setUnfinished(0)
          }}
        >
          <Radio value="anybody" label={words.anybody} mt="xs" />
          <Radio value="rule" label={words.byRule} mt="xs" />
        </Radio.Group>
        <Checkbox
          className="rost-wide"
          label={words.approval}
          checked={byApproval}
          onChange={(change) => setByApproval(change.currentTarget.checked)}
        />
        <Checkbox
          className="rost-wide"
          label={words.walkIn}
          description={words.walkInHint}
          checked={walkIn}
          onChange={(change) => setWalkIn(change.currentTarget.checked)}
        />
        <NumberInput
          label={words.quota}
          description={words.quotaHint}
          min={1}
          max={10_000}
          value={quota}
          error={form.fault('quota')}
          onChange={setQuota}
        />
        <TextInput
          type="datetime-local"
          label={words.closesAt}
          description={words.closesHint}
          value={closesAt}
          error={form.fault('closesAt')}
          onChange={(change) => setClosesAt(change.currentTarget.value)}
        />
        <NumberInput
          label={words.offerHours}
          description={words.offerHoursHint}
          min={1}
          max={168}
          value={offerHours}
          error={form.fault('offerHours')}
          onChange={setOfferHours}
        />
      </FormCard>
    </>
  )
}
