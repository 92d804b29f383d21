import { sql } from 'kysely'
import type { ReadDb } from '../../../platform/db/db.ts'
import { command, query, type Route } from '../../../platform/http/route.ts'
import type { Vocabulary } from '../../population/index.ts'
import * as contract from './admission.contract.ts'
import * as service from './admission.service.ts'

/** Of its organiser. */
const scopeOfEvent = async ({ db }: { db: ReadDb }, { params }: { params: { id: number } }) => {
  const { rows } = await sql<{ organiser: number }>`
    select organiser_id as organiser from activities.event where id = ${params.id}`.execute(db)
  return rows[0] && { organisations: [rows[0].organiser] }
}

export const admissionRoutes = (vocabulary: Vocabulary): readonly Route[] => [
  query(contract.getAdmission, {
    may: 'event.manage',
    over: scopeOfEvent,
    run: async ({ db, language }, { params }) =>
      service.tellAdmission(vocabulary, await service.getGate(db, params.id), language),
  }),
  command(contract.changeAdmission, {
    may: 'event.manage',
    over: scopeOfEvent,
    run: async (context, { params, body }) =>
      service.tellAdmission(
        vocabulary,
        await service.changeAdmission(context, vocabulary, params.id, body),
        context.language,
      ),
  }),
]
