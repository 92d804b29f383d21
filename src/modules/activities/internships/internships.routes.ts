import { invalidField, Refusal } from '../../../platform/errors.ts'
import { type CommandContext, command, query, type Route } from '../../../platform/http/route.ts'
import * as contract from './internships.contract.ts'
import { deleteEntry, findInternships, insertEntry } from './internships.repo.ts'
import { ticked } from './internships.rules.ts'
import * as service from './internships.service.ts'

const after = async (context: CommandContext, id: number, done: Promise<void>): Promise<contract.Internship> => {
  await done
  return await service.getInternship(context, context.tx, id)
}

export const internshipRoutes: readonly Route[] = [
  query(contract.listInternships, {
    may: 'internship.read',
    run: async ({ db, reach, today, mayAlso }, { query: asked }) => ({
      ...(await findInternships(db, asked, { reach, today })),
      can: mayAlso('internship.arrange') ? ['arrange' as const] : [],
    }),
  }),
  query(contract.getInternship, {
    may: 'internship.read',
    over: service.scopeOfInternship,
    run: (context, { params }) => service.getInternship(context, context.db, params.id),
  }),
  command(contract.arrangeInternship, {
    may: 'internship.arrange',
    run: async (context, { body }) => service.getInternship(context, context.tx, await service.arrange(context, body)),
  }),
  command(contract.changeInternship, {
    may: 'internship.arrange',
    over: service.scopeOfIntern,
    run: (context, { params: { id }, body }) => after(context, id, service.change(context, id, body)),
  }),
  command(contract.tickInternshipTask, {
    may: 'internship.keep',
    over: service.scopeOfInternship,
    run: async (context, { params: { id, at }, body: { done } }) => {
      const { tasks } = await service.lockFor(context, id, 'keep')
      if (at >= tasks.length) throw new Refusal('not_found', 'not_found')
      const set = { tasks: JSON.stringify(ticked(tasks, at, { done, today: context.today })) }
      return await after(context, id, service.save(context, id, set))
    },
  }),
  command(contract.addInternshipEntry, {
    may: 'internship.keep',
    over: service.scopeOfInternship,
    run: async (context, { params: { id }, body }) => {
      const { tx, actor, note, today } = context
      const { person, startsOn } = await service.lockFor(context, id, 'keep')
      if (body.day < startsOn) throw invalidField('day', 'internship_day')
      if (body.day > today) throw invalidField('day', 'in_future')
      await insertEntry(tx, { internship: id, person: person.id, enteredBy: actor.account, ...body })
      note({ kind: 'internship', id })
      return await service.getInternship(context, tx, id)
    },
  }),
  command(contract.removeInternshipEntry, {
    may: 'internship.keep',
    over: service.scopeOfInternship,
    run: async (context, { params: { id, entryId } }) => {
      await service.lockFor(context, id, 'keep')
      context.note({ kind: 'internship', id, details: { entry: entryId } })
      if (!(await deleteEntry(context.tx, id, entryId))) throw new Refusal('not_found', 'not_found')
      return undefined
    },
  }),
  command(contract.finishInternship, {
    may: 'internship.arrange',
    over: service.scopeOfIntern,
    run: (context, { params: { id }, body }) => after(context, id, service.finish(context, id, body.finishedOn)),
  }),
  command(contract.reopenInternship, {
    may: 'internship.arrange',
    over: service.scopeOfIntern,
    run: (context, { params: { id } }) => after(context, id, service.reopen(context, id)),
  }),
  command(contract.cancelInternship, {
    may: 'internship.arrange',
    over: service.scopeOfIntern,
    run: async (context, { params: { id }, body: { reason } }) => {
      await service.lockFor(context, id, 'cancel')
      return await after(context, id, service.save(context, id, { state: 'cancelled', cancelled_for: reason }))
    },
  }),
]
