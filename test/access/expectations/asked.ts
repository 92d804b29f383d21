import { sql } from 'kysely'
import type { Expectation } from '../expectation.ts'

export const asked: Readonly<Record<string, Expectation>> = {
  getAsked: { may: 'asked.read', belongs: 'nothing' },
  changeAskedMinutes: {
    may: 'asked.manage',
    belongs: 'district',
    asks: async ({ house, here }) => {
      const { rows } = await sql<{ version: number }>`select version from home.asked_minutes`.execute(
        house.services.database.reader(here.tenant),
      )
      return {
        payload: { minutes: [{ kind: 'activities.feedback', minutes: 2 }] },
        version: rows[0]?.version ?? 1,
      }
    },
  },
  getMyAsked: { may: 'enrolment.own', belongs: 'nothing' },
}
