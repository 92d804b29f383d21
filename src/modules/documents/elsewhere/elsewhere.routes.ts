import { command, query, type Route } from '../../../platform/http/route.ts'
import * as contract from './elsewhere.contract.ts'
import * as repo from './elsewhere.repo.ts'
import * as service from './elsewhere.service.ts'
import type { LearningBook } from './learning.book.ts'

export const elsewhereRoutes = (book: LearningBook): readonly Route[] => [
  query(contract.listMyLearning, {
    may: 'learning.tell',
    run: async ({ db, reach }, { query: asked }) => {
      const { items, total } = await repo.findLearningOf(db, reach.people, asked)
      return { items: items.map(service.tellOwn), total }
    },
  }),
  query(contract.findSameLearning, {
    may: 'learning.tell',
    run: (context, { query: asked }) => service.findOwnSame(context, book, asked),
  }),
  command(contract.tellLearning, {
    may: 'learning.tell',
    run: (context, { body }) => service.tellOf(context, book, body),
  }),
  command(contract.changeLearning, {
    may: 'learning.tell',
    over: service.scopeOfOwn,
    run: (context, { params, body }) => service.change(context, book, params.id, body),
  }),
  command(contract.putLearningFile, {
    may: 'learning.tell',
    over: service.scopeOfOwn,
    prepare: service.receiveScan,
    run: (context, { params }, scan) => service.keepFile(context, params.id, scan),
  }),
  command(contract.removeLearning, {
    may: 'learning.tell',
    over: service.scopeOfOwn,
    run: (context, { params }) => service.remove(context, params.id),
  }),
  query(contract.listLearning, {
    may: 'learning.confirm',
    run: async (context, { query: asked }) => {
      const { items, total } = await repo.findLearning(context.db, context.reach, asked)
      return { items: items.map((one) => service.tell(one, context)), total }
    },
  }),
  command(contract.getLearningDocument, {
    may: 'learning.read',
    over: service.scopeOfFile,
    run: (context, { params }) => service.takeFile(context, params.id),
  }),
  command(contract.decideLearning, {
    may: 'learning.confirm',
    run: (context, { body }) => service.decide(context, book, body),
  }),
]
