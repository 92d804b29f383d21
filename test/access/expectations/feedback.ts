import { sql } from 'kysely'
import type { Expectation } from '../expectation.ts'
import { at, type Place, type World } from '../world.ts'
import { announcedEvent, name, series } from './things.ts'

/** The person of the place is asked one question about an event there. */
async function asked(world: World, place: Place): Promise<{ params: { id: number } }> {
  const { params } = await announcedEvent(world, place)
  const { district, organisation } = at(world, place)
  const id = await world.house.services.database.write(district.tenant, async (tx) => {
    const questions = JSON.stringify([{ kind: 'scale', text: name() }])
    await sql`
      insert into activities.feedback_form (stage, edition, questions) values ('end', 1, ${questions}::jsonb)
      on conflict do nothing`.execute(tx)
    await sql`
      insert into activities.feedback_asking (event_id, stage, form_id, asked_on, closes_on, asked)
      select ${params.id}, 'end', id, current_date, current_date + 7, 1 from activities.feedback_form
      where stage = 'end' and edition = 1`.execute(tx)
    const { rows } = await sql<{ id: number }>`
      insert into activities.feedback_request (event_id, stage, person_id, asked_on)
      values (${params.id}, 'end', ${organisation.person}, current_date) returning id`.execute(tx)
    return rows[0]?.id ?? 0
  })
  return { params: { id } }
}

const event = async (w: World, p: Place) => ({ params: (await announcedEvent(w, p)).params })

export const feedback: Readonly<Record<string, Expectation>> = {
  getFeedbackForm: { may: 'event.read', belongs: 'nothing', asks: () => ({ query: { stage: 'end' } }) },
  changeFeedbackForm: {
    may: 'classifier.manage',
    belongs: 'district',
    asks: async ({ house, here }) => {
      const { rows } = await sql<{ edition: number }>`
        select max(edition) as edition from activities.feedback_form where stage = 'later'`.execute(
        house.services.database.reader(here.tenant),
      )
      const payload = { stage: 'later', questions: [{ kind: 'text', text: name() }] }
      return { payload, version: rows[0]?.edition ?? 1 }
    },
  },
  listMyFeedback: { may: 'enrolment.own', belongs: 'nothing' },
  getMyFeedback: { may: 'enrolment.own', belongs: 'self', asks: asked },
  answerMyFeedback: {
    may: 'enrolment.own',
    belongs: 'self',
    asks: async (w, p) => ({ ...(await asked(w, p)), payload: { answers: [5] } }),
  },
  dismissMyFeedback: { may: 'enrolment.own', belongs: 'self', asks: asked },
  listEventFeedback: { may: 'event.manage', belongs: 'organisation', asks: event },
  exportEventFeedback: { may: 'event.manage', belongs: 'organisation', asks: event },
  listSeriesFeedback: { may: 'event.manage', belongs: 'district', asks: series },
  exportSeriesFeedback: { may: 'event.manage', belongs: 'district', asks: series },
}
