import { sql } from 'kysely'
import type { ReadDb } from '../../../platform/db/db.ts'
import { Refusal } from '../../../platform/errors.ts'
import { command, query, type Route } from '../../../platform/http/route.ts'
import type { PersonalData } from '../../../platform/personal-data.ts'
import { findSnils, takeAway } from '../../registry/index.ts'
import { copyPage } from '../copy/copy.page.ts'
import { copyOf } from '../copy/copy.ts'
import { findSubjectAccounts } from '../erasure/subject.repo.ts'
import { printAnswer } from './request.letter.ts'
import * as contract from './requests.contract.ts'
import * as repo from './requests.repo.ts'
import * as service from './requests.service.ts'

/** One of the district, for whoever answers for the district. */
const scopeOfRequest = async ({ db }: { db: ReadDb }, { params }: { params: { id: number } }) => {
  const { rows } = await sql`select 1 from privacy.request where id = ${params.id}`.execute(db)
  return rows.length > 0 ? ('district' as const) : undefined
}

export const requestRoutes = (data: readonly PersonalData[]): readonly Route[] => [
  query(contract.listMyRequests, {
    may: 'request.own',
    run: async ({ db, reach, today }) => {
      const found = await repo.findOwnRequests(db, reach.people)
      return { items: found.map((one) => service.tellOwn(one, today)), total: found.length }
    },
  }),
  command(contract.makeMyRequest, {
    may: 'request.own',
    run: async (context, { body }) => {
      const [person] = context.reach.people
      if (person === undefined) throw new Refusal('not_found', 'not_found')
      const made = await service.makeRequest(context, {
        ...body,
        ...{ person, onPaper: false, receivedOn: context.today },
      })
      return service.tellOwn(made, context.today)
    },
  }),
  query(contract.listRequests, {
    may: 'request.read',
    run: async (context, { query: asked }) => {
      const found = await repo.findRequests(context.db, asked, context.today)
      return {
        ...found,
        items: found.items.map((one) => service.tellLine(one, context.today)),
        can: context.mayAlso('request.manage') ? ['enter' as const] : [],
      }
    },
  }),
  query(contract.getRequest, {
    may: 'request.read',
    over: scopeOfRequest,
    run: async (context, { params }) => {
      const found = await repo.findRequest(context.db, params.id)
      if (found === undefined) throw new Refusal('not_found', 'not_found')
      return service.tell(found, context)
    },
  }),
  command(contract.enterRequest, {
    may: 'request.manage',
    run: async (context, { body: { personId, ...asked } }) =>
      service.tell(await service.makeRequest(context, { ...asked, person: personId, onPaper: true }), context),
  }),
  command(contract.takeRequest, {
    may: 'request.manage',
    over: scopeOfRequest,
    run: async (context, { params }) => {
      const request = await service.getOpen(context, params.id)
      return service.tell(await service.step(context, request, { responsible: context.actor.account }), context)
    },
  }),
  command(contract.extendRequest, {
    may: 'request.manage',
    over: scopeOfRequest,
    run: async (context, { params, body: { reason } }) =>
      service.tell(await service.extend(context, params.id, reason), context),
  }),
  command(contract.answerRequest, {
    may: 'request.manage',
    over: scopeOfRequest,
    run: async (context, { params, body }) => service.tell(await service.answer(context, params.id, body), context),
  }),
  command(contract.getRequestDocument, {
    may: 'request.manage',
    over: scopeOfRequest,
    run: async (context, { params, query: { format } }) => {
      const request = await service.getRequest(context.tx, params.id)
      const printed = await printAnswer(context, data, request, format)
      await takeAway(context, {
        action: contract.getRequestDocument.id,
        ...{ kind: 'personal_data_request', id: request.id, details: { format }, rows: 1 },
      })
      return { fileName: `answer-${request.id}.${format}`, ...printed }
    },
  }),
  command(contract.exportRequested, {
    may: 'request.manage',
    over: scopeOfRequest,
    run: async (context, { params, query: { format } }) => {
      const { tx, today, language } = context
      const { id, personId, kind } = await service.getRequest(tx, params.id)
      if (personId === null || kind !== 'copy') throw new Refusal('conflict', 'request_no_copy')
      const accounts = await findSubjectAccounts(tx, [personId])
      const copy = await copyOf(tx, data, { people: [personId], accounts }, language)
      const snils = await findSnils(context, personId)
      await takeAway(context, {
        action: contract.exportRequested.id,
        ...{ kind: 'personal_data_request', id, details: { format }, people: [personId] },
        rows: copy.reduce((sum, { rows }) => sum + rows.length, 0),
      })
      const isJson = format === 'json'
      const text = isJson
        ? JSON.stringify({ day: today, snils, tables: copy }, null, 1)
        : copyPage({ copy, snils, day: today, language })
      return {
        fileName: `data-${id}-${today}.${format}`,
        mediaType: `${isJson ? 'application/json' : 'text/html'}; charset=utf-8`,
        content: Buffer.from(text),
      }
    },
  }),
]
