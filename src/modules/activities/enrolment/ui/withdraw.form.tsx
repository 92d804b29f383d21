import { Textarea } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import { call } from '../../../../web/api.ts'
import { FormCard, useForm } from '../../../../web/kit/form.tsx'
import { useWords } from '../../../../web/language.tsx'
import { type Enrolment, withdrawNominee } from '../enrolment.contract.ts'
import { enrolmentWords } from './words.ts'

type Props = { readonly enrolment: Enrolment; onDone(): void }

/** Takes somebody off the list; the seat goes to the next in line. */
export function WithdrawForm({ enrolment: { id, person }, onDone }: Props): ReactNode {
  const words = useWords(enrolmentWords)
  const [reason, setReason] = useState('')
  const form = useForm({
    save: (key) => call(withdrawNominee, { params: { id }, body: { reason } }, { key }),
    touches: [['participants'], ['queue']],
    saved: words.withdrawn,
    onDone,
  })
  return (
    <FormCard
      form={form}
      label={words.withdrawOf(person.name)}
      save={words.withdraw}
      cancel={words.cancel}
      onCancel={onDone}
    >
      <p className="rost-wide rost-own-name">{words.withdrawOf(person.name)}</p>
      <Textarea
        label={words.reason}
        description={words.withdrawHint}
        className="rost-wide"
        autoFocus
        autosize
        required
        maxLength={1_000}
        value={reason}
        error={form.fault('reason')}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
    </FormCard>
  )
}
