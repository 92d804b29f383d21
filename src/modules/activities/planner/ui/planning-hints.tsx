import { useDebouncedValue } from '@mantine/hooks'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { call } from '../../../../web/api.ts'
import type { EVENT_LEVELS } from '../../events/events.contract.ts'
import { listPlanningHints } from '../hints.contract.ts'
import { HintList } from './hint-list.tsx'

const PAUSE = 400

type Props = {
  readonly day: string
  readonly from: string
  readonly until: string
  readonly organiserId: string
  readonly level: (typeof EVENT_LEVELS)[number]
  readonly roomId: string
  readonly audienceId: string
  readonly seats: number | string
}

/** What would be in the way of what is being typed; asked for once day, hours and organiser are there. */
export function PlanningHints(typed: Props): ReactNode {
  const [settled] = useDebouncedValue(JSON.stringify(typed), PAUSE)
  const { day, from, until, organiserId, level, roomId, audienceId, seats } = JSON.parse(settled) as Props
  const hints = useQuery({
    queryKey: ['plan', 'hints', settled],
    queryFn: ({ signal }) =>
      call(
        listPlanningHints,
        {
          query: {
            ...{ day, from, until, level, organiser: Number(organiserId) },
            ...(roomId !== '' && { room: Number(roomId) }),
            ...(audienceId !== '' && { audience: Number(audienceId) }),
            ...(seats !== '' && { seats: Number(seats) }),
          },
        },
        { signal },
      ),
    enabled: day !== '' && from !== '' && until > from && organiserId !== '',
    placeholderData: keepPreviousData,
  })
  return (
    <div className="rost-wide" role="status">
      <HintList hints={hints.data?.items ?? []} />
    </div>
  )
}
