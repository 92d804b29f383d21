import { Button, Group, Skeleton, Stack, Text } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { type ReactNode, useRef } from 'react'
import { call, Problem } from '../../../../web/api.ts'
import { sayMoment } from '../../../../web/formats.ts'
import { TextLink } from '../../../../web/kit/links.tsx'
import { Mark } from '../../../../web/kit/marks.tsx'
import { useNotice } from '../../../../web/kit/notice.tsx'
import { Section } from '../../../../web/kit/page.tsx'
import { ProblemNote } from '../../../../web/kit/problem-note.tsx'
import { useLanguage, useWords } from '../../../../web/language.tsx'
import { useMay } from '../../../../web/me.tsx'
import { acceptOffer, enrol, getMyEnrolment, leaveEvent, type Standing } from '../enrolment.contract.ts'
import { MARKS } from './state.mark.tsx'
import { enrolmentWords } from './words.ts'

const COMMANDS = { enrol, accept: acceptOffer, leave: leaveEvent } as const
type Step = keyof typeof COMMANDS

/** On the card of an event: how one stands with it, and the one button for what comes next. */
export function EnrolmentSection({ event }: { readonly event: number }): ReactNode {
  const words = useWords(enrolmentWords)
  const mayEnrol = useMay('enrolment.own')
  const standing = useQuery({
    queryKey: ['my-enrolment', event],
    queryFn: () => call(getMyEnrolment, { params: { id: event } }),
    enabled: mayEnrol,
  })
  if (!mayEnrol) return null
  return (
    <Section
      title={words.section}
      actions={
        <TextLink to="/events/$id/queue" params={{ id: String(event) }} size="sm">
          {words.queue}
        </TextLink>
      }
    >
      <ProblemNote error={standing.error} onRetry={() => standing.refetch()} />
      {standing.isPending ? <Skeleton height={90} /> : null}
      {standing.data === undefined ? null : <Own standing={standing.data} />}
    </Section>
  )
}

function Own({ standing }: { readonly standing: Standing }): ReactNode {
  const words = useWords(enrolmentWords)
  const { language } = useLanguage()
  const { mine, clashes, hindrance, rule, closesAt, byApproval, quota, can } = standing
  const isIn = mine !== null && mine.state !== 'cancelled'
  return (
    <Stack gap="xs">
      {isIn ? <Mine mine={mine} /> : <Text size="sm">{saySeats(standing, words)}</Text>}
      {mine?.state === 'cancelled' && mine.endedBy !== null ? (
        <Text size="sm" c="dimmed">
          {words.endedBy[mine.endedBy]}
          {mine.endedFor === null ? '' : <span className="rost-own-name">: {mine.endedFor}</span>}
        </Text>
      ) : null}
      {hindrance === null || isIn ? null : <Mark state="none">{words.hindrances[hindrance]}</Mark>}
      {rule === null ? null : (
        <Text size="sm">
          {words.rule}: <span className="rost-own-name">{rule}</span>
        </Text>
      )}
      {can.includes('enrol') ? (
        <Text size="sm" c="dimmed">
          {[
            ...(byApproval ? [words.byApproval] : []),
            ...(quota === null ? [] : [words.quotaOf(quota)]),
            ...(closesAt === null ? [] : [words.closes(sayMoment(closesAt, language))]),
          ].join(' ')}
        </Text>
      ) : null}
      {clashes.map(({ eventId, title, startsAt }) => (
        <Mark key={eventId} state="warn">
          <span className="rost-own-name">{words.clash(title, sayMoment(startsAt, language))}</span>
        </Mark>
      ))}
      <Steps standing={standing} />
    </Stack>
  )
}

function Mine({ mine }: { readonly mine: NonNullable<Standing['mine']> }): ReactNode {
  const words = useWords(enrolmentWords)
  const { language } = useLanguage()
  const { state, inLine, offeredUntil, isNominated, reason, endedFor } = mine
  return (
    <div role="status">
      <Mark state={MARKS[state]}>{inLine === null ? words.mine[state] : words.nth(inLine)}</Mark>
      {offeredUntil === null ? null : <Text size="sm">{words.until(sayMoment(offeredUntil, language))}</Text>}
      {endedFor === null ? null : (
        <Text size="sm" className="rost-own-name">
          {endedFor}
        </Text>
      )}
      {isNominated ? (
        <Text size="sm" c="dimmed">
          {words.nominated}: <span className="rost-own-name">{reason}</span>
        </Text>
      ) : null}
    </div>
  )
}

type Words = typeof enrolmentWords.ru

function saySeats({ seats, taken, waiting }: Standing, words: Words): string {
  if (seats === null) return words.unlimited(taken)
  return taken < seats ? words.seatsLeft(seats - taken) : words.full(waiting)
}

/** One tap; enrolling is taken back from the notice, so nobody is asked whether they are sure. */
function Steps({ standing }: { readonly standing: Standing }): ReactNode {
  const words = useWords(enrolmentWords)
  const client = useQueryClient()
  const notice = useNotice()
  const key = useRef(crypto.randomUUID())
  const { eventId, can, byApproval, mine } = standing
  const params = { id: eventId }
  const show = async (now: Standing): Promise<void> => {
    client.setQueryData(['my-enrolment', eventId], now)
    await Promise.all([['my-enrolments'], ['queue']].map((queryKey) => client.invalidateQueries({ queryKey })))
  }
  const stepping = useMutation({
    mutationFn: (step: Step) => call(COMMANDS[step], { params }, { key: key.current }),
    onSuccess: async (now, step) => {
      key.current = crypto.randomUUID()
      await show(now)
      const undo = async (): Promise<void> => show(await call(leaveEvent, { params }))
      await notice(said(words, step, now), step === 'enrol' ? undo : undefined)
    },
    onError: (error) => {
      if (error instanceof Problem) key.current = crypto.randomUUID()
    },
  })
  const label = {
    enrol: byApproval ? words.ask : words.enrol,
    accept: words.accept,
    leave: mine?.state === 'waiting' ? words.leaveLine : words.leave,
  }
  return (
    <>
      <ProblemNote error={stepping.error} />
      <Group gap="xs">
        {can.map((step) => (
          <Button
            key={step}
            size={step === 'leave' ? 'sm' : 'md'}
            variant={step === 'leave' ? 'default' : 'filled'}
            loading={stepping.isPending && stepping.variables === step}
            onClick={() => stepping.mutate(step)}
          >
            {label[step]}
          </Button>
        ))}
      </Group>
    </>
  )
}

function said(words: Words, step: Step, { mine }: Standing): string {
  if (step === 'leave') return words.left
  if (step === 'accept') return words.accepted
  return mine?.state === 'asked' ? words.asked : mine?.state === 'waiting' ? words.inLine : words.enrolled
}
