import { covers, type Reach } from '../../../platform/access/access.ts'
import type { ReadDb } from '../../../platform/db/db.ts'
import { Refusal } from '../../../platform/errors.ts'
import { type QueryContext, query, type Route } from '../../../platform/http/route.ts'
import type { EventLine } from '../events/events.contract.ts'
import { scopeOfEvent } from '../events/events.scope.ts'
import { getEvent } from '../events/events.service.ts'
import { findRoom } from '../rooms/rooms.repo.ts'
import { type Hint, hintsOf, type Planned } from './clashes.ts'
import * as contract from './hints.contract.ts'
import { countSchools, findOverlapping } from './hints.repo.ts'

export const hintRoutes: readonly Route[] = [
  query(contract.listPlanningHints, {
    may: 'event.manage',
    run: async (context, { query: asked }) => {
      const { day, from, until, organiser, level, room, audience, seats } = asked
      const roomId = room ?? null
      const [items = []] = await hintsFor(context, null, [
        {
          ...{ day, from, until, roomId, roomSeats: await seatsOf(context.db, roomId), seats: seats ?? null },
          ...{ audienceId: audience ?? null, speakers: [] },
          schools: await schoolsOf(context.db, day, { level, organiser: { id: organiser } }),
        },
      ])
      return { items }
    },
  }),
  query(contract.listEventHints, {
    may: 'event.manage',
    over: scopeOfEvent,
    run: async (context, { params }) => {
      const { db } = context
      const event = await getEvent(context, db, params.id)
      const isAhead = event.state === 'draft' || event.state === 'announced'
      if (!isAhead) return { meetings: [] }
      const schools = await schoolsOf(db, event.heldOn, event)
      const planned: Planned[] = []
      for (const { id, day, from, until, room } of event.meetings) {
        const roomId = room?.id ?? null
        planned.push({
          ...{ day, from, until, roomId, roomSeats: await seatsOf(db, roomId), seats: event.seats, schools },
          audienceId: event.audience?.id ?? null,
          speakers: event.speakers.flatMap(({ personId, name, meetingId }) =>
            personId === null || (meetingId !== null && meetingId !== id) ? [] : [{ personId, name }],
          ),
        })
      }
      const hints = await hintsFor(context, event.id, planned)
      return { meetings: event.meetings.map(({ id }, at) => ({ meetingId: id, items: hints[at] ?? [] })) }
    },
  }),
]

/** The hints of each meeting, in order. Drafts of others are told without their title. */
async function hintsFor({ db, reach }: QueryContext, event: number | null, planned: readonly Planned[]) {
  const overlapping = await findOverlapping(db, planned, event)
  return planned.map((meeting, index): Hint[] =>
    hintsOf(
      meeting,
      overlapping
        .filter(({ at }) => at === index)
        .map((other) => ({ ...other, title: isHidden(other, reach) ? null : other.title })),
    ),
  )
}

const isHidden = ({ state, organiserId }: { state: string; organiserId: number }, reach: Reach): boolean =>
  state === 'draft' && !covers(reach, { organisations: [organiserId] })

async function seatsOf(db: ReadDb, room: number | null): Promise<number | null> {
  if (room === null) return null
  const found = await findRoom(db, room)
  if (found === undefined) throw new Refusal('not_found', 'not_found')
  return found.seats
}

/** Of an event of the district all schools are asked for; of one of an organisation that one. */
const schoolsOf = (
  db: ReadDb,
  day: string,
  { level, organiser }: Pick<EventLine, 'level'> & { readonly organiser: { readonly id: number } },
) => countSchools(db, day, level === 'district' ? null : organiser.id)
