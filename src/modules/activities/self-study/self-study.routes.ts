import { Refusal } from '../../../platform/errors.ts'
import { type CommandContext, command, query, type Route } from '../../../platform/http/route.ts'
import { takeAway } from '../../registry/index.ts'
import { ownPerson } from '../enrolment/enrolment.service.ts'
import { getTaught } from '../modules/gathered.service.ts'
import { runOrderDocument } from '../runs/orders/orders.document.ts'
import { finish, reopen } from './finishing.service.ts'
import * as contract from './self-study.contract.ts'
import { findEmployer, findSelfStudies, isAnyOffered } from './self-study.repo.ts'
import * as service from './self-study.service.ts'

const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'

const after = async (context: CommandContext, id: number, done: Promise<void>): Promise<contract.SelfStudy> => {
  await done
  return await service.getSelfStudy(context, context.tx, id)
}

export const selfStudyRoutes: readonly Route[] = [
  query(contract.listSelfStudies, {
    may: 'study.read',
    run: async ({ db, reach, today, mayAlso }, { query: asked }) => ({
      ...(await findSelfStudies(db, asked, { reach, today })),
      can: [
        ...(mayAlso('study.arrange') ? ['arrange' as const] : []),
        ...(mayAlso('enrolment.own') && (await isAnyOffered(db, today)) ? ['ask' as const] : []),
      ],
    }),
  }),
  query(contract.getSelfStudy, {
    may: 'study.read',
    over: service.scopeOfSelfStudy,
    run: (context, { params: { id } }) => service.getSelfStudy(context, context.db, id),
  }),
  command(contract.arrangeSelfStudy, {
    may: 'study.arrange',
    run: async (context, { body }) =>
      service.getSelfStudy(context, context.tx, await service.begin(context, { ...body, state: 'going' })),
  }),
  command(contract.askSelfStudy, {
    may: 'enrolment.own',
    run: async (context, { body }) => {
      const asked = { ...body, personId: ownPerson(context.reach), tutorId: null, state: 'asked' } as const
      return await service.getSelfStudy(context, context.tx, await service.begin(context, asked))
    },
  }),
  command(contract.withdrawSelfStudy, {
    may: 'enrolment.own',
    run: async (context, { params: { id } }) => {
      await service.withdraw(context, id)
      return undefined
    },
  }),
  command(contract.approveSelfStudy, {
    may: 'study.arrange',
    over: service.scopeOfLearner,
    run: (context, { params: { id }, body }) => after(context, id, service.approve(context, id, body.tutorId)),
  }),
  command(contract.declineSelfStudy, {
    may: 'study.arrange',
    over: service.scopeOfLearner,
    run: (context, { params: { id }, body }) => after(context, id, service.end(context, id, 'decline', body.reason)),
  }),
  command(contract.changeSelfStudy, {
    may: 'study.arrange',
    over: service.scopeOfLearner,
    run: (context, { params: { id }, body }) => after(context, id, service.change(context, id, body)),
  }),
  command(contract.passSelfStudyModule, {
    may: 'study.keep',
    over: service.scopeOfKeeping,
    run: (context, { params: { id, moduleId }, body }) =>
      after(context, id, service.passModule(context, id, moduleId, body)),
  }),
  command(contract.finishSelfStudy, {
    may: 'document.manage',
    over: service.scopeOfLearner,
    run: (context, { params: { id }, body }) => after(context, id, finish(context, id, body)),
  }),
  command(contract.reopenSelfStudy, {
    may: 'document.manage',
    over: service.scopeOfLearner,
    run: (context, { params: { id } }) => after(context, id, reopen(context, id)),
  }),
  command(contract.cancelSelfStudy, {
    may: 'study.arrange',
    over: service.scopeOfLearner,
    run: (context, { params: { id }, body }) => after(context, id, service.end(context, id, 'cancel', body.reason)),
  }),
  // A command, for whoever takes names away in a file leaves a trace.
  command(contract.getSelfStudyDocument, {
    may: 'study.arrange',
    over: service.scopeOfLearner,
    run: async (context, { params: { id }, query: { order } }) => {
      const { tx, today } = context
      const study = await service.getSelfStudy(context, tx, id)
      if (!contract.ORDERS_IN[study.state].includes(order)) throw new Refusal('conflict', 'order_of_nobody')
      const { provider } = await getTaught(tx, study.programme.id)
      const { person, programme, hours, startsOn, endsOn, finishedOn, endedFor, endedOn } = study
      await takeAway(context, {
        ...{ action: contract.getSelfStudyDocument.id, kind: 'self_study', id, details: { order } },
        ...{ rows: 1, people: [person.id] },
      })
      const learner = {
        ...{ person: person.id, name: person.name, organisation: await findEmployer(tx, person.id, today) },
        ...{ joinedOn: null, joinedFor: '', leftOn: endedOn, leftFor: endedFor },
      }
      const facts = {
        ...{ title: programme.title, programme: programme.title, kind: programme.kind, hours, isAlone: true },
        ...{ modules: study.isPart ? study.modules : [], organiser: provider, heldOn: startsOn },
        ...{ lastOn: finishedOn ?? endsOn, day: today, people: [learner] },
      }
      // The printers are large, and few commands need them.
      const { printDocx } = await import('../../../platform/documents/index.ts')
      const content = await printDocx(runOrderDocument(order, facts))
      return { fileName: `${order}-${id}.docx`, mediaType: WORD, content }
    },
  }),
]
