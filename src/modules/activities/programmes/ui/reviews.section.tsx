import { Button, Group, Radio, Stack, Text, Textarea } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import { call } from '../../../../web/api.ts'
import { sayShortDay } from '../../../../web/formats.ts'
import { FormCard, useForm } from '../../../../web/kit/form.tsx'
import { Mark } from '../../../../web/kit/marks.tsx'
import { Section } from '../../../../web/kit/page.tsx'
import { useLanguage, useWords } from '../../../../web/language.tsx'
import { type Programme, type ProgrammeReview, VERDICTS } from '../programmes.contract.ts'
import { judgeProgramme } from '../steps.contract.ts'
import { touchedBy } from './step.ts'
import { programmeWords } from './words.ts'

/** Opinions on a programme: one's own, or all of them for who answers for it. */
export function ReviewsSection({ programme }: { readonly programme: Programme }): ReactNode {
  const words = useWords(programmeWords)
  if (programme.reviews.length === 0) return null
  return (
    <Section title={words.reviews}>
      <Stack gap="sm">
        {programme.reviews.map((review) => (
          <Review key={review.id} programme={programme} review={review} />
        ))}
      </Stack>
    </Section>
  )
}

type Props = { readonly programme: Programme; readonly review: ProgrammeReview }

function Review({ programme, review }: Props): ReactNode {
  const words = useWords(programmeWords)
  const { language } = useLanguage()
  const [judging, setJudging] = useState(false)
  const { person, round, verdict, remarks, dueOn, onPaper, can } = review
  // The centre writes down for others; who reviews does it for themselves.
  const label = programme.can.includes('return') ? words.judgeFor(person.name) : words.judge
  return (
    <div>
      <Group gap="xs">
        <span className="rost-own-name">{person.name}</span>
        <Text size="sm" c="dimmed">
          {words.round(round)}
        </Text>
        {verdict === null ? (
          <Mark state="none">{words.waits(sayShortDay(dueOn, language))}</Mark>
        ) : (
          <Mark state={verdict === 'recommended' ? 'good' : 'warn'}>
            {words.verdicts[verdict]}
            {onPaper ? ` (${words.onPaper})` : ''}
          </Mark>
        )}
        {can.includes('judge') && !judging ? (
          <Button size="xs" variant="default" onClick={() => setJudging(true)}>
            {label}
          </Button>
        ) : null}
      </Group>
      {remarks === '' ? null : (
        <Text size="sm" className="rost-own-name" style={{ whiteSpace: 'pre-line' }}>
          {remarks}
        </Text>
      )}
      {judging ? (
        <VerdictForm programme={programme} review={review} label={label} onDone={() => setJudging(false)} />
      ) : null}
    </div>
  )
}

function VerdictForm({ programme, review, label, onDone }: Props & { label: string; onDone(): void }): ReactNode {
  const words = useWords(programmeWords)
  const [typed, setTyped] = useState({ verdict: '' as (typeof VERDICTS)[number] | '', remarks: '' })
  const form = useForm({
    save: (key) =>
      call(
        judgeProgramme,
        { params: { id: review.id }, body: { verdict: typed.verdict || 'remarks', remarks: typed.remarks } },
        { key, version: review.version },
      ),
    touches: touchedBy(programme),
    saved: words.given,
    onDone,
  })
  return (
    <FormCard form={form} label={label} save={words.give} cancel={words.cancel} onCancel={onDone}>
      <Radio.Group
        label={words.verdict}
        required
        value={typed.verdict}
        error={form.fault('verdict')}
        onChange={(to) => setTyped({ ...typed, verdict: VERDICTS.find((one) => one === to) ?? '' })}
      >
        {VERDICTS.map((value) => (
          <Radio key={value} value={value} label={words.verdicts[value]} mt={6} />
        ))}
      </Radio.Group>
      <Textarea
        label={words.remarks}
        description={words.remarksHint}
        className="rost-wide"
        autosize
        minRows={2}
        maxLength={4000}
        value={typed.remarks}
        error={form.fault('remarks')}
        onChange={(e) => setTyped({ ...typed, remarks: e.currentTarget.value })}
      />
    </FormCard>
  )
}
