import { Refusal } from '../../../platform/errors.ts'
import { command, query, type Route } from '../../../platform/http/route.ts'
import { readList, scopeOfPerson } from '../../registry/index.ts'
import * as contract from './elsewhere.contract.ts'
import * as repo from './elsewhere.repo.ts'
import * as service from './elsewhere.service.ts'
import type { LearningBook } from './learning.book.ts'
import { recognisePeople } from './people.of.list.ts'
import { record } from './recording.ts'

export const elsewhereRoutes = (book: LearningBook): readonly Route[] => [
  query(contract.listMyDeeds, {
    may: 'deed.tell',
    run: async ({ db, reach }, { query: asked }) => {
      const { items, total } = await repo.findDeedsOf(db, reach.people, asked)
      return { items: items.map(service.tellOwn), total }
    },
  }),
  query(contract.findSameDeeds, {
    may: 'deed.tell',
    run: (context, { query: asked }) => service.findOwnSame(context, book, asked),
  }),
  command(contract.tellDeed, {
    may: 'deed.tell',
    run: (context, { body }) => service.tellOf(context, book, body),
  }),
  command(contract.changeDeed, {
    may: 'deed.tell',
    over: service.scopeOfOwn,
    run: (context, { params, body }) => service.change(context, book, params.id, body),
  }),
  command(contract.putDeedScan, {
    may: 'deed.tell',
    over: service.scopeOfOwn,
    prepare: service.receiveScan,
    run: (context, { params }, scan) => service.keepFile(context, params.id, scan),
  }),
  command(contract.removeDeed, {
    may: 'deed.tell',
    over: service.scopeOfOwn,
    run: (context, { params }) => service.remove(context, params.id),
  }),
  query(contract.listDeeds, {
    may: 'deed.confirm',
    run: async (context, { query: asked }) => {
      const { items, total } = await repo.findDeeds(context.db, context.reach, asked)
      return { items: items.map((one) => service.tell(one, context)), total }
    },
  }),
  query(contract.listDeedValues, {
    may: 'deed.read',
    run: async ({ db }) => ({ items: await repo.findDeedValues(db) }),
  }),
  query(contract.listScansOf, {
    may: 'deed.read',
    over: scopeOfPerson,
    run: async ({ db, reach }, { params }) => {
      if ((await scopeOfPerson({ db }, { params })) === undefined) throw new Refusal('not_found', 'not_found')
      return { items: await repo.findScansOf(db, reach, params.id) }
    },
  }),
  command(contract.recordDeeds, {
    may: 'deed.confirm',
    run: (context, { body }) => record(context, book, body.deeds),
  }),
  // What stands on the list is answered and not kept.
  command(contract.recogniseDeedPeople, {
    may: 'deed.confirm',
    secret: true,
    prepare: (context) => readList(context),
    run: recognisePeople,
  }),
  command(contract.getDeedDocument, {
    may: 'deed.read',
    over: service.scopeOfFile,
    run: (context, { params }) => service.takeFile(context, params.id),
  }),
  command(contract.decideDeeds, {
    may: 'deed.confirm',
    run: (context, { body }) => service.decide(context, book, body),
  }),
]
