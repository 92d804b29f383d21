import { Refusal } from '../../../platform/errors.ts'
import { command, query, type Route } from '../../../platform/http/route.ts'
import { WORKBOOK_TYPE } from '../../../platform/spreadsheets/index.ts'
import { takeAway } from '../../registry/index.ts'
import { answersOf } from './answers.workbook.ts'
import { rowsBrought } from './brought.file.ts'
import * as due from './due.service.ts'
import * as contract from './federal.contract.ts'
import * as filesContract from './files.contract.ts'
import { findFiles } from './files.repo.ts'
import * as files from './files.service.ts'
import { fillingWorkbook, readFilling } from './filling.workbook.ts'
import { findRule, saveRule } from './rule.repo.ts'

const may = 'document.federal'
const whole = async () => 'district' as const

export const federalRoutes: readonly Route[] = [
  query(contract.getFederalRule, { may, over: whole, run: ({ db }) => findRule(db) }),
  command(contract.writeFederalRule, {
    may,
    over: whole,
    run: async ({ tx, tenant, note, expectedVersion }, { body }) => {
      if (!(await saveRule(tx, expectedVersion, body))) throw new Refusal('version_conflict', 'version_conflict')
      note({ kind: 'district', id: tenant ?? 0 })
      return await findRule(tx)
    },
  }),
  query(contract.listFederalDue, {
    may,
    heavy: true,
    run: async (context, { query: { page, size, ...filters } }) => {
      const all = await due.examineDue(context.db, context)
      const chosen = due.chosenOf(all, filters, context.today)
      const items = chosen.slice((page - 1) * size, page * size).map(due.tellDue)
      return { items, total: chosen.length, sum: due.sumOf(all, context.today) }
    },
  }),
  command(contract.exportFederalDue, {
    may,
    run: async (context, { query: filters }) => {
      const all = await due.examineDue(context.tx, context)
      const rows = due.chosenOf(all, filters, context.today).map(due.tellDue)
      await takeAway(context, {
        action: contract.exportFederalDue.id,
        ...{ kind: 'district', id: context.tenant ?? 0, rows: rows.length },
        people: rows.map(({ personId }) => personId),
      })
      const content = await fillingWorkbook(rows, context.services.translator, context.language)
      return { fileName: `fis-frdo-${context.today}.xlsx`, mediaType: WORKBOOK_TYPE, content }
    },
  }),
  command(contract.fillFederal, { may, run: (context, { body }) => due.fillNamed(context, body.rows) }),
  command(contract.fillFederalFromFile, {
    may,
    prepare: readFilling,
    run: async (context, _, { rows, faults }) => {
      const told = await due.fill(context, rows)
      return { ...told, faults: faults.slice(0, FAULTS_TOLD) }
    },
  }),
  query(filesContract.listFederalFiles, { may, run: ({ db }, { query: page }) => findFiles(db, page) }),
  command(filesContract.makeFederalFiles, { may, run: (context) => files.makeFiles(context) }),
  query(filesContract.getFederalFile, {
    may,
    over: files.scopeOfFile,
    run: ({ db }, { params }) => files.getFile(db, params.id),
  }),
  // The whole file, СНИЛС included, would lie open for a day among the answers kept for repeats.
  command(filesContract.takeFederalFile, {
    may,
    secret: true,
    over: files.scopeOfFile,
    run: (context, { params, body }) => files.takeFile(context, params.id, body.reason),
  }),
  command(filesContract.answerFederalRows, {
    may,
    over: files.scopeOfFile,
    run: (context, { params, body }) => files.answer(context, params.id, body),
  }),
  command(filesContract.answerFederalFromFile, {
    may,
    over: files.scopeOfFile,
    prepare: async (context) => answersOf(await rowsBrought(context)),
    run: async (context, { params }, { answers, faults }) => ({
      ...(await files.answerAll(context, params.id, answers)),
      faults: faults.slice(0, FAULTS_TOLD),
    }),
  }),
]

/** Of a file that is not understood at all, the first ones tell enough. */
const FAULTS_TOLD = 200
