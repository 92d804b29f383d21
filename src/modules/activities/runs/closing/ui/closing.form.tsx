import { Button, Stack, Text } from '@mantine/core'
import { useNavigate } from '@tanstack/react-router'
import { type ReactNode, useState } from 'react'
import { call } from '../../../../../web/api.ts'
import { sayShortDay, today } from '../../../../../web/formats.ts'
import { useForm } from '../../../../../web/kit/form.tsx'
import { EmptyNote, Section } from '../../../../../web/kit/page.tsx'
import { ProblemNote } from '../../../../../web/kit/problem-note.tsx'
import { useLanguage, useWords } from '../../../../../web/language.tsx'
import { useSeries, useSignatories } from '../../../../documents/ui/index.ts'
import type { Event } from '../../../events/events.contract.ts'
import { type Closing, closeRun } from '../closing.contract.ts'
import { CompletingTable } from './completing.table.tsx'
import { DocumentsFields, type Giving } from './documents.fields.tsx'
import { decisionOf, type Overruled } from './overruling.ts'
import { touchedByClosing } from './touched.ts'
import { closingWords } from './words.ts'

type Props = { readonly event: Event; readonly closing: Closing }

/** Who completes the course, with what documents; pressed once. */
export function ClosingForm({ event, closing }: Props): ReactNode {
  const words = useWords(closingWords)
  const { language } = useLanguage()
  const navigate = useNavigate()
  const { items, paper, can, learning, leastShare, examinations } = closing
  const [overruled, setOverruled] = useState<Overruled>({})
  const [giving, setGiving] = useState<Giving>({
    ...{ isGiven: can.includes('give'), gives: 'qualification', given: '' },
    ...{ signatory: null, issuedOn: today() },
  })
  const series = useSeries(paper, can.includes('give'))
  const { first } = useSignatories(can.includes('give'))
  const decision = decisionOf(items, overruled)
  const documents = {
    seriesId: series.chosen?.id ?? 0,
    signatoryId: Number(giving.signatory ?? first ?? 0),
    issuedOn: giving.issuedOn,
    gives: giving.gives,
    given: giving.given.trim() === '' ? null : giving.given,
  }
  const form = useForm({
    save: (key) =>
      call(
        closeRun,
        { params: { id: event.id }, body: { ...decision, documents: giving.isGiven ? documents : null } },
        { key, version: event.version },
      ),
    touches: touchedByClosing(event.id),
    saved: words.finished,
    onDone: ({ batch }) =>
      void (batch === null
        ? navigate({ to: '/events/$id/run', params: { id: String(event.id) } })
        : navigate({ to: '/documents/batches/$id', params: { id: String(batch) } })),
  })
  const day = (on: string): string => sayShortDay(on, language)
  const { hours, programme, startsOn, endsOn, provider } = learning
  return (
    <form onSubmit={form.submit} noValidate aria-label={words.title}>
      <Stack gap="md">
        {can.includes('close') ? null : <EmptyNote title={words.goesOn(day(event.lastOn ?? event.heldOn))} />}
        <Text size="sm" className="rost-own-name">
          {closing.modules.length === 0
            ? words.comes(hours, programme, day(startsOn), day(endsOn), provider)
            : words.comesPart(closing.modules.map(({ title }) => `«${title}»`).join(', '), hours, programme)}
        </Text>
        <Text size="sm">{words.rule(leastShare, examinations)}</Text>
        <CompletingTable
          items={items}
          examinations={examinations}
          overruled={overruled}
          faultOf={(person) => {
            const at = decision.overruled.findIndex(({ personId }) => personId === person)
            return at === -1 ? undefined : form.fault(`overruled.${at}.reason`)
          }}
          onOverrule={(person, reason) => {
            const { [person]: _, ...others } = overruled
            setOverruled(reason === null ? others : { ...others, [person]: reason })
          }}
        />
        <Section title={words.documents}>
          {can.includes('give') ? (
            <DocumentsFields
              form={form}
              paper={paper}
              series={series}
              giving={giving}
              onChange={(part) => setGiving({ ...giving, ...part })}
            />
          ) : (
            <Text size="sm">{words.mayNotGive}</Text>
          )}
        </Section>
        <ProblemNote error={form.error} />
        <div>
          <Button type="submit" loading={form.busy} disabled={!can.includes('close')}>
            {words.close(decision.completing.length)}
          </Button>
        </div>
      </Stack>
    </form>
  )
}
