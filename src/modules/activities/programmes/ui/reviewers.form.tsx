import { Button, TextInput } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import { call } from '../../../../web/api.ts'
import { FormCard, useForm } from '../../../../web/kit/form.tsx'
import { useWords } from '../../../../web/language.tsx'
import { PersonSelect } from '../../../registry/ui/index.ts'
import { reviewProgramme } from '../steps.contract.ts'
import { type StepProps, touchedBy } from './step.ts'
import { programmeWords } from './words.ts'

const MOST = 10

/** Who is asked for an opinion, and by which day. */
export function ReviewersForm({ programme, onDone }: StepProps): ReactNode {
  const words = useWords(programmeWords)
  const [reviewers, setReviewers] = useState<readonly string[]>([''])
  const [dueOn, setDueOn] = useState('')
  const { id, version } = programme
  const form = useForm({
    save: (key) => {
      const people = reviewers.filter((person) => person !== '').map(Number)
      return call(reviewProgramme, { params: { id }, body: { reviewers: people, dueOn } }, { key, version })
    },
    touches: touchedBy(programme),
    saved: words.reviewSent,
    onDone,
  })
  return (
    <FormCard form={form} label={words.review} save={words.review} cancel={words.cancel} onCancel={onDone}>
      {reviewers.map((person, at) => (
        <PersonSelect
          // biome-ignore lint/suspicious/noArrayIndexKey: the place is what tells them apart
          key={at}
          label={reviewers.length === 1 ? words.reviewer : `${words.reviewer} ${at + 1}`}
          description={words.reviewerHint}
          value={person}
          error={form.fault(`reviewers.${at}`) ?? (at === 0 ? form.fault('reviewers') : undefined)}
          onChange={(to) => setReviewers(reviewers.map((one, index) => (index === at ? to : one)))}
        />
      ))}
      <TextInput
        type="date"
        label={words.dueOn}
        required
        value={dueOn}
        error={form.fault('dueOn')}
        onChange={(e) => setDueOn(e.currentTarget.value)}
      />
      {reviewers.length < MOST ? (
        <Button size="xs" variant="default" mt="xs" onClick={() => setReviewers([...reviewers, ''])}>
          {words.addReviewer}
        </Button>
      ) : null}
    </FormCard>
  )
}
