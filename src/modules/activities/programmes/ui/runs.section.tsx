import { Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { call } from '../../../../web/api.ts'
import { ButtonLink, TextLink } from '../../../../web/kit/links.tsx'
import { Section } from '../../../../web/kit/page.tsx'
import { ProblemNote } from '../../../../web/kit/problem-note.tsx'
import { useLanguage, useWords } from '../../../../web/language.tsx'
import { useMay } from '../../../../web/me.tsx'
import { listEvents } from '../../events/events.contract.ts'
import { sayWhen } from '../../events/ui/say-when.ts'
import { StateMark } from '../../events/ui/state.mark.tsx'
import type { Programme } from '../programmes.contract.ts'
import { programmeWords } from './words.ts'

const MOST = 50

/** When it was run and will be, the latest first. */
export function RunsSection({
  programme: { id, state, can, selfStudy, expired },
}: {
  readonly programme: Programme
}): ReactNode {
  const words = useWords(programmeWords)
  const { language } = useLanguage()
  const [mayArrange, mayAsk] = [useMay('study.arrange'), useMay('enrolment.own')]
  const isAlone = selfStudy && state === 'registered' && !expired
  const isRun = state === 'registered' || state === 'retired'
  const runs = useQuery({
    queryKey: ['events', 'runs', id],
    queryFn: () => call(listEvents, { query: { programme: id, sort: '-heldOn', size: MOST } }),
    enabled: isRun,
  })
  if (!isRun) return null
  const { items = [], total = 0 } = runs.data ?? {}
  return (
    <Section
      title={words.runs}
      actions={
        <>
          {isAlone && mayArrange ? (
            <ButtonLink to="/self-studies/new" search={{ programme: id }} size="xs" variant="default">
              {words.enterAlone}
            </ButtonLink>
          ) : null}
          {isAlone && mayAsk ? (
            <ButtonLink to="/my/self-studies/new" search={{ programme: id }} size="xs" variant="default">
              {words.takeAlone}
            </ButtonLink>
          ) : null}
          {can.includes('run') ? (
            <ButtonLink to="/events/new" search={{ programme: id }} size="xs" variant="default">
              {words.run}
            </ButtonLink>
          ) : null}
        </>
      }
    >
      <ProblemNote error={runs.error} onRetry={() => runs.refetch()} />
      {runs.isSuccess && items.length === 0 ? (
        <Text size="sm" c="dimmed">
          {words.noRuns}
        </Text>
      ) : null}
      <ul className="rost-plain-list">
        {items.map((event) => (
          <li key={event.id}>
            <TextLink underline="always" to="/events/$id" params={{ id: String(event.id) }} className="rost-own-name">
              {event.title}
            </TextLink>{' '}
            {sayWhen(event, language)} <StateMark event={event} />
          </li>
        ))}
      </ul>
      {total > items.length ? (
        <Text size="sm" c="dimmed">
          {words.runsLatest(items.length, total)}
        </Text>
      ) : null}
    </Section>
  )
}
