import { Refusal } from '../../../platform/errors.ts'
import { command, query, type Route } from '../../../platform/http/route.ts'
import { WORKBOOK_TYPE } from '../../../platform/spreadsheets/index.ts'
import { takeAway } from '../../registry/index.ts'
import type { LearningBook } from '../elsewhere/learning.book.ts'
import { findBatch } from './batches.repo.ts'
import * as contract from './documents.contract.ts'
import * as repo from './documents.repo.ts'
import { getDocument, givingOf, reissue, revoke, scopeOfDocument, tell } from './documents.service.ts'
import { issueDocuments } from './issuing.ts'
import { registerWorkbook } from './register.workbook.ts'

/** Which learning a document stands for a later module knows. */
export const documentRoutes = (book: LearningBook): readonly Route[] => [
  query(contract.listDocuments, {
    may: 'document.read',
    run: async ({ db, reach, today, mayAlso }, { query: { page, size, sort, ...filters } }) => ({
      ...(await repo.findDocuments(db, { filters, sort, reach, today, page: { page, size } })),
      can: mayAlso('document.manage') ? ['issue' as const] : [],
    }),
  }),
  command(contract.exportDocuments, {
    may: 'document.read',
    run: async (context, { query: { sort, ...filters } }) => {
      const { tx, tenant, reach, today } = context
      const rows = await repo.findFirst(tx, { filters, sort, reach, today }, contract.DOCUMENTS_IN_WORKBOOK)
      await takeAway(context, {
        action: contract.exportDocuments.id,
        ...{ kind: 'district', id: tenant ?? 0, details: { ...filters, q: undefined }, rows: rows.length },
        people: rows.flatMap(({ personId }) => personId ?? []),
      })
      const content = await registerWorkbook(rows, context.services.translator, context.language)
      return { fileName: `documents-${today}.xlsx`, mediaType: WORKBOOK_TYPE, content }
    },
  }),
  query(contract.listMyDocuments, {
    may: 'document.own',
    run: async ({ db, reach }) => {
      const items = await repo.findDocumentsOf(db, reach.people)
      return { items, total: items.length }
    },
  }),
  query(contract.getDocument, {
    may: 'document.read',
    over: scopeOfDocument,
    run: async (context, { params }) => tell(context.db, await getDocument(context.db, params.id), context),
  }),
  command(contract.getDocumentPaper, {
    may: 'document.read',
    over: scopeOfDocument,
    run: async (context, { params: { id } }) => {
      const content = await repo.findPaper(context.tx, id)
      if (content === undefined) throw new Refusal('conflict', 'document_printing')
      const holder = await repo.findHolder(context.tx, id)
      const isOwn = holder == null || context.reach.people.includes(holder)
      await takeAway(context, {
        action: contract.getDocumentPaper.id,
        ...{ kind: 'document', id, rows: 1, ...(!isOwn && { people: [holder] }) },
      })
      return { fileName: `document-${id}.pdf`, mediaType: 'application/pdf', content }
    },
  }),
  command(contract.issueDocuments, {
    may: 'document.manage',
    run: async (context, { body: { personIds, ...issue } }) => {
      const { batch } = await issueDocuments(givingOf(context), { ...issue, people: personIds })
      const made = batch === null ? undefined : await findBatch(context.tx, batch)
      if (made === undefined) throw new Error('somebody was given something')
      context.note({ kind: 'document_batch', id: made.id, details: { kind: made.kind, people: made.total } })
      return made
    },
  }),
  query(contract.getDocumentBatch, {
    may: 'document.manage',
    over: async ({ db }, { params }) => ((await findBatch(db, params.id)) === undefined ? undefined : 'district'),
    run: async ({ db }, { params }) => {
      const found = await findBatch(db, params.id)
      if (found === undefined) throw new Refusal('not_found', 'not_found')
      return found
    },
  }),
  command(contract.reissueDocument, {
    may: 'document.manage',
    over: scopeOfDocument,
    run: async (context, { params, body }) => tell(context.tx, await reissue(context, book, params.id, body), context),
  }),
  command(contract.revokeDocument, {
    may: 'document.manage',
    over: scopeOfDocument,
    run: async (context, { params, body }) =>
      tell(context.tx, await revoke(context, book, params.id, body.reason), context),
  }),
]
