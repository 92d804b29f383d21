import type { Scope } from '../../../../platform/access/access.ts'
import type { ReadDb } from '../../../../platform/db/db.ts'
import { Refusal } from '../../../../platform/errors.ts'
import { command, query, type Route } from '../../../../platform/http/route.ts'
import { scopeOfEvent } from '../../events/events.scope.ts'
import { findRun } from '../group/group.repo.ts'
import * as contract from './examinations.contract.ts'
import { findExamination, findExaminations } from './examinations.repo.ts'
import * as service from './examinations.service.ts'

/** An examination belongs to who holds the course. */
async function scopeOfExamination(
  { db }: { db: ReadDb },
  { params: { id } }: { params: { id: number } },
): Promise<Scope | undefined> {
  const found = await findExamination(db, id)
  return found && (await scopeOfEvent({ db }, { params: { id: found.event } }))
}

export const examinationRoutes: readonly Route[] = [
  query(contract.listExaminations, {
    may: 'event.manage',
    over: scopeOfEvent,
    run: async ({ db, today }, { params: { id } }) => {
      const run = await findRun(db, id)
      if (run === undefined) throw new Refusal('not_found', 'not_found')
      const items = (await findExaminations(db, id)).map((one) => service.tellExamination(one, today))
      const isOpen = run.event.state === 'draft' || run.event.state === 'announced'
      return {
        items,
        total: items.length,
        can: isOpen && items.length < contract.EXAMINATIONS_OF_A_RUN ? ['add' as const] : [],
      }
    },
  }),
  command(contract.addExamination, {
    may: 'event.manage',
    over: scopeOfEvent,
    run: (context, { params: { id }, body }) => service.addExamination(context, id, body),
  }),
  command(contract.changeExamination, {
    may: 'event.manage',
    over: scopeOfExamination,
    run: (context, { params: { id }, body }) => service.changeExamination(context, id, body),
  }),
  command(contract.removeExamination, {
    may: 'event.manage',
    over: scopeOfExamination,
    run: async (context, { params: { id } }) => {
      await service.removeExamination(context, id)
      return undefined
    },
  }),
  // No answer is kept: it would be the results themselves.
  command(contract.openResults, {
    may: 'island.examinations',
    secret: true,
    over: scopeOfExamination,
    run: async (context, { params: { id } }) => {
      const items = await service.openResults(context, id)
      return { items, total: items.length }
    },
  }),
  command(contract.enterResults, {
    may: 'island.examinations',
    over: scopeOfExamination,
    run: (context, { params: { id }, body }) => service.enterResults(context, id, body),
  }),
]
