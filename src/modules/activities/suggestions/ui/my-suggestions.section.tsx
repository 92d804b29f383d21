import { Button, Text } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { call } from '../../../../web/api.ts'
import { sayMoment, sayShortDay } from '../../../../web/formats.ts'
import { TextLink } from '../../../../web/kit/links.tsx'
import { useNotice } from '../../../../web/kit/notice.tsx'
import { EmptyNote, Section } from '../../../../web/kit/page.tsx'
import { ProblemNote } from '../../../../web/kit/problem-note.tsx'
import { useLanguage, useWords } from '../../../../web/language.tsx'
import { useMay } from '../../../../web/me.tsx'
import { enrol, leaveEvent } from '../../enrolment/enrolment.contract.ts'
import { listMySuggestions, type Suggestion } from '../suggestions.contract.ts'
import { suggestionWords } from './words.ts'

const TOUCHED = [['my-suggestions'], ['my-enrolments'], ['my-enrolment']] as const

/** On one's own page: what fits, every reason why, and one tap to enrol. */
export function MySuggestions(): ReactNode {
  const words = useWords(suggestionWords)
  const { language } = useLanguage()
  const mayEnrol = useMay('enrolment.own')
  const fitting = useQuery({
    queryKey: ['my-suggestions', language],
    queryFn: () => call(listMySuggestions, {}),
    enabled: mayEnrol,
  })
  if (!mayEnrol) return null
  const { items = [], more = 0, busy = 0 } = fitting.data ?? {}
  return (
    <Section
      title={words.title}
      actions={
        <TextLink to="/events" size="sm">
          {words.all}
        </TextLink>
      }
    >
      <ProblemNote error={fitting.error} onRetry={() => fitting.refetch()} />
      {fitting.data !== undefined && items.length === 0 ? (
        <EmptyNote title={words.none}>{words.noneDetail}</EmptyNote>
      ) : null}
      <div className="rost-cards">
        {items.map((one) => (
          <Fitting key={one.eventId} suggestion={one} />
        ))}
      </div>
      {more === 0 ? null : (
        <Text size="sm" c="dimmed">
          {words.more(more)}
        </Text>
      )}
      {busy === 0 ? null : (
        <Text size="sm" c="dimmed">
          {words.busy(busy)}
        </Text>
      )}
    </Section>
  )
}

function Fitting({ suggestion }: { readonly suggestion: Suggestion }): ReactNode {
  const words = useWords(suggestionWords)
  const { language } = useLanguage()
  const client = useQueryClient()
  const notice = useNotice()
  const { eventId, title, form, startsAt, startsOn, place, isOnline, seatsLeft, byApproval, reasons } = suggestion
  const params = { id: eventId }
  const refresh = (): Promise<unknown> =>
    Promise.all(TOUCHED.map((queryKey) => client.invalidateQueries({ queryKey: [...queryKey] })))
  const asking = useMutation({
    mutationFn: () => call(enrol, { params }),
    onSuccess: async () => {
      await refresh()
      notice(words.done, async () => {
        await call(leaveEvent, { params })
        await refresh()
      })
    },
  })
  const where = place ?? (isOnline ? words.online : null)
  const seats = seatsLeft === null ? null : seatsLeft === 0 ? words.full : words.seats(seatsLeft)
  const when = startsAt === null ? sayShortDay(startsOn, language) : sayMoment(startsAt, language)
  return (
    <article className="rost-card" aria-label={title}>
      <Text size="sm" c="dimmed" className="rost-own-name">
        {[when, form, where].filter((one) => one !== null).join(' · ')}
      </Text>
      <TextLink to="/events/$id" params={{ id: String(eventId) }} fw={600} className="rost-own-name">
        {title}
      </TextLink>
      <Text size="sm">{words.why}</Text>
      <ul className="rost-plain-list rost-own-name">
        {reasons.map((reason) => (
          <li key={reason}>{reason}</li>
        ))}
      </ul>
      <ProblemNote error={asking.error} />
      <Button
        mt="xs"
        loading={asking.isPending}
        aria-label={byApproval ? words.askOf(title) : words.enrolOf(title)}
        onClick={() => asking.mutate()}
      >
        {byApproval ? words.ask : words.enrol}
      </Button>
      {seats === null ? null : (
        <Text size="sm" c="dimmed" mt="xs">
          {seats}
        </Text>
      )}
    </article>
  )
}
