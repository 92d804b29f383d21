import type { Scope } from '../../../platform/access/access.ts'
import type { ReadDb } from '../../../platform/db/db.ts'
import { type CommandContext, command, query, type Route } from '../../../platform/http/route.ts'
import { WORKBOOK_TYPE } from '../../../platform/spreadsheets/index.ts'
import { findLetterhead } from '../../documents/index.ts'
import { takeAway } from '../../registry/index.ts'
import { programmeDocument } from './programme.document.ts'
import * as contract from './programmes.contract.ts'
import { findFirst, findProgrammes } from './programmes.repo.ts'
import { isOver } from './programmes.rules.ts'
import * as service from './programmes.service.ts'
import { programmesWorkbook } from './programmes.workbook.ts'
import { findReview } from './reviews.repo.ts'
import * as steps from './steps.contract.ts'
import * as life from './steps.service.ts'

const WORD_TYPE = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'

type Asked = { readonly db: ReadDb }
type Named = { readonly params: { readonly id: number } }

/** Programmes are of the district; which of them somebody sees is another matter. */
export async function scopeOfProgramme({ db }: Asked, { params }: Named): Promise<Scope | undefined> {
  const found = await db.selectFrom('activities.programme').select('id').where('id', '=', params.id).executeTakeFirst()
  return found && 'district'
}

async function scopeOfReview({ db }: Asked, { params }: Named): Promise<Scope | undefined> {
  const found = await findReview(db, params.id)
  return found && { people: [found.person] }
}

const after = async (context: CommandContext, id: number, done: Promise<unknown>): Promise<contract.Programme> => {
  await done
  return await service.getProgramme(context, context.tx, id)
}

export const programmeRoutes: readonly Route[] = [
  query(contract.listProgrammes, {
    may: 'programme.read',
    run: async (context, { query: asked }) => {
      const { items, total } = await findProgrammes(context.db, service.seerOf(context), asked)
      return {
        items: items.map((line) => tell(line, context.today)),
        total,
        can: [
          ...(context.mayAlso('programme.request') ? (['ask'] as const) : []),
          ...(context.mayAlso('programme.manage') ? (['draft'] as const) : []),
          ...(context.mayAlso('programme.export') ? (['export'] as const) : []),
        ],
      }
    },
  }),
  command(contract.exportProgrammes, {
    may: 'programme.export',
    run: async (context, { query: { sort, ...filters } }) => {
      const { tx, tenant, today, language, services } = context
      const limit = contract.PROGRAMMES_IN_WORKBOOK
      const rows = await findFirst(tx, service.seerOf(context), { filters, sort, limit })
      await takeAway(context, {
        action: contract.exportProgrammes.id,
        ...{ kind: 'district', id: tenant ?? 0, details: { ...filters, q: undefined }, rows: rows.length },
      })
      const lines = rows.map((line) => tell(line, today))
      const content = await programmesWorkbook(lines, services.translator, language)
      return { fileName: `programmes-${today}.xlsx`, mediaType: WORKBOOK_TYPE, content }
    },
  }),
  query(contract.getProgramme, {
    may: 'programme.read',
    over: scopeOfProgramme,
    run: (context, { params }) => service.getProgramme(context, context.db, params.id),
  }),
  // A command, like all that leaves the house in a file.
  command(contract.getProgrammeDocument, {
    may: 'programme.read',
    over: scopeOfProgramme,
    run: async (context, { params: { id } }) => {
      const programme = await service.getProgramme(context, context.tx, id)
      const { name } = await findLetterhead(context.tx)
      const action = contract.getProgrammeDocument.id
      await takeAway(context, { action, kind: 'programme', id, rows: programme.modules.length })
      // The printers are large, and few commands need them.
      const { printDocx } = await import('../../../platform/documents/index.ts')
      const content = await printDocx(programmeDocument(programme, { issuer: name, today: context.today }))
      return { fileName: `programme-${id}.docx`, mediaType: WORD_TYPE, content }
    },
  }),
  command(contract.requestProgramme, {
    may: 'programme.request',
    run: async (context, { body }) =>
      service.getProgramme(context, context.tx, await life.requestProgramme(context, body)),
  }),
  command(contract.draftProgramme, {
    may: 'programme.manage',
    run: async (context, { body }) =>
      service.getProgramme(context, context.tx, await service.draftProgramme(context, body)),
  }),
  command(contract.changeProgramme, {
    may: 'programme.manage',
    over: scopeOfProgramme,
    run: (context, { params: { id }, body }) => after(context, id, service.changeProgramme(context, id, body)),
  }),
  command(steps.developProgramme, {
    may: 'programme.manage',
    over: scopeOfProgramme,
    run: (context, { params: { id } }) => after(context, id, life.step(context, id, 'develop')),
  }),
  command(steps.declineProgramme, {
    may: 'programme.manage',
    over: scopeOfProgramme,
    run: (context, { params: { id }, body }) =>
      after(context, id, life.step(context, id, 'decline', { said: body.reason })),
  }),
  command(steps.reviewProgramme, {
    may: 'programme.manage',
    over: scopeOfProgramme,
    run: (context, { params: { id }, body }) => after(context, id, life.review(context, id, body)),
  }),
  command(steps.judgeProgramme, {
    may: 'programme.review',
    over: scopeOfReview,
    run: async (context, { params, body }) =>
      service.getProgramme(context, context.tx, await life.judge(context, params.id, body)),
  }),
  command(steps.returnProgramme, {
    may: 'programme.manage',
    over: scopeOfProgramme,
    run: (context, { params: { id }, body }) =>
      after(context, id, life.step(context, id, 'return', { said: body.reason })),
  }),
  command(steps.approveProgramme, {
    may: 'programme.manage',
    over: scopeOfProgramme,
    run: (context, { params: { id }, body }) => after(context, id, life.approve(context, id, body)),
  }),
  command(steps.registerProgramme, {
    may: 'programme.manage',
    over: scopeOfProgramme,
    run: (context, { params: { id }, body }) => after(context, id, life.register(context, id, body)),
  }),
  command(steps.renewProgramme, {
    may: 'programme.manage',
    over: scopeOfProgramme,
    run: async (context, { params: { id }, body }) =>
      service.getProgramme(context, context.tx, await life.renew(context, id, body.reason)),
  }),
  command(steps.retireProgramme, {
    may: 'programme.manage',
    over: scopeOfProgramme,
    run: (context, { params: { id }, body }) =>
      after(context, id, life.step(context, id, 'retire', { said: body.reason })),
  }),
]

const tell = (line: Omit<contract.ProgrammeLine, 'expired'>, today: string): contract.ProgrammeLine => ({
  ...line,
  expired: line.state === 'registered' && isOver(line.validUntil, today),
})
