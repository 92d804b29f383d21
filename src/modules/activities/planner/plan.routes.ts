import { dayOff } from '../../../platform/calendar/working-days.ts'
import type { ReadDb } from '../../../platform/db/db.ts'
import { Refusal } from '../../../platform/errors.ts'
import { command, query, type Route } from '../../../platform/http/route.ts'
import { addDays } from '../../population/index.ts'
import { findDistrictRow, takeAway } from '../../registry/index.ts'
import * as contract from './plan.contract.ts'
import { planDocument } from './plan.document.ts'
import { countMonths, findPlan } from './plan.repo.ts'

const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'

export const planRoutes: readonly Route[] = [
  query(contract.listPlan, {
    may: 'event.read',
    run: async ({ db, reachAlso }, { query: { from, to, organiser } }) => {
      const rows = await findPlan(db, { from, to, organiser, managed: reachAlso('event.manage') })
      const items = rows.map(({ audience: _, responsible: __, speakers: ___, ...entry }) => entry)
      return {
        items,
        events: new Set(items.map(({ eventId }) => eventId)).size,
        daysOff: daysOf(from, to).filter((day) => dayOff(day) !== undefined),
      }
    },
  }),
  query(contract.countPlan, {
    may: 'event.read',
    run: async ({ db, reachAlso }, { query: { year, organiser } }) => {
      const span = { from: `${year}-01-01`, to: `${year}-12-31`, organiser, managed: reachAlso('event.manage') }
      return { months: await countMonths(db, span) }
    },
  }),
  // A command, for whoever takes names away in a file leaves a trace.
  command(contract.getPlanDocument, {
    may: 'event.manage',
    run: async (context, { query: { year, month, organiser } }) => {
      const { tx, today, reachAlso } = context
      const first = `${year}-${String(month).padStart(2, '0')}-01`
      const last = addDays(addDays(first, 31).slice(0, 8).concat('01'), -1)
      const span = { from: first, to: last, organiser, managed: reachAlso('event.manage') }
      const rows = (await findPlan(tx, span)).filter(({ state }) => state !== 'cancelled')
      const issuer = await findIssuer(tx, organiser)
      await takeAway(context, {
        action: contract.getPlanDocument.id,
        ...{ kind: issuer.kind, id: issuer.id, details: { month: first.slice(0, 7) }, rows: rows.length },
      })
      const { printDocx } = await import('../../../platform/documents/index.ts')
      const content = await printDocx(planDocument({ issuer: issuer.name, month: first, today, rows }))
      return { fileName: `plan-${first.slice(0, 7)}.docx`, mediaType: WORD, content }
    },
  }),
]

function daysOf(from: string, to: string): string[] {
  const days: string[] = []
  for (let day = from; day <= to; day = addDays(day, 1)) days.push(day)
  return days
}

type Issuer = { readonly kind: 'district' | 'organisation'; readonly id: number; readonly name: string }

/** Whose plan it is: of the organisation, or of the district. */
async function findIssuer(db: ReadDb, organiser: number | undefined): Promise<Issuer> {
  if (organiser === undefined) {
    const district = await findDistrictRow(db)
    return { kind: 'district', id: district?.id ?? 0, name: district?.name ?? '' }
  }
  const found = await db
    .selectFrom('registry.organisation')
    .select(['id', 'name'])
    .where('id', '=', organiser)
    .executeTakeFirst()
  if (found === undefined) throw new Refusal('not_found', 'not_found')
  return { kind: 'organisation', ...found }
}
