import type { Scope } from '../../../platform/access/access.ts'
import { type ReadDb, sqlState } from '../../../platform/db/db.ts'
import { invalidField, Refusal } from '../../../platform/errors.ts'
import type { CommandContext, RequestContext } from '../../../platform/http/route.ts'
import { type Cell, WORKBOOK_TYPE, writeWorkbook } from '../../../platform/spreadsheets/index.ts'
import { findDistrictKey, takeAway } from '../../registry/index.ts'
import type { Answered } from './answers.workbook.ts'
import { cellsOf } from './cells.ts'
import { type Examined, examineDue } from './due.service.ts'
import { type FederalFile, type FederalRow, ROWS_IN_FILE, takeFederalFile } from './files.contract.ts'
import * as repo from './files.repo.ts'
import { holdFacts } from './filling.repo.ts'
import { getTemplate } from './templates/templates.ts'

type Whole = FederalFile & { rows: FederalRow[] }

export async function getFile(db: ReadDb, id: number): Promise<Whole> {
  const found = await repo.findFile(db, id)
  if (found === undefined) throw new Refusal('not_found', 'not_found')
  return { ...found, rows: await repo.findRows(db, id) }
}

export const scopeOfFile = async (
  { db }: { db: ReadDb },
  { params: { id } }: { params: { id: number } },
): Promise<Scope | undefined> => ((await repo.findFile(db, id)) === undefined ? undefined : 'district')

const keyOf = ({ services, tenant }: RequestContext) => {
  if (tenant === null) throw new Error('documents belong to a district')
  return findDistrictKey(services.database.reader(tenant), services.master, tenant)
}

/** Cells are opened only where they belong. */
const contextOf = (file: number, document: number): string => `documents.federal_row/${file}/${document}`

/** Two at once come one after another, and the second one finds nothing left. Faults: 409 where nothing is whole. */
export async function makeFiles(
  context: CommandContext,
): Promise<{ files: FederalFile[]; told: number; lacking: number }> {
  await holdFacts(context.tx)
  const due = await examineDue(context.tx, context)
  const ready = due.filter(({ lacks }) => lacks.length === 0)
  if (ready.length === 0) throw new Refusal('conflict', 'federal_nothing_ready')
  const files: FederalFile[] = []
  for (const part of partsOf(ready)) files.push(await makeFile(context, part))
  return { files, told: ready.length, lacking: due.length - ready.length }
}

/** One template a file, and no more rows than it may have. */
function partsOf(ready: readonly Examined[]): Examined[][] {
  const parts: Examined[][] = []
  for (const one of Map.groupBy(ready, ({ template }) => template.code).values()) {
    for (let from = 0; from < one.length; from += ROWS_IN_FILE) parts.push(one.slice(from, from + ROWS_IN_FILE))
  }
  return parts
}

async function makeFile(context: CommandContext, part: readonly Examined[]): Promise<FederalFile> {
  const { tx, today, actor, note } = context
  const key = await keyOf(context)
  const template = part[0]?.template
  if (template === undefined) throw new Error('a part has rows')
  const file = await repo.insertFile(tx, { template: template.code, today, account: actor.account })
  await repo.insertRows(
    tx,
    file,
    part.map(({ row, facts }) => ({
      ...{ document: row.id, person: row.personId, says: row.says },
      cells: key.seal(Buffer.from(JSON.stringify(cellsOf(template, facts))), contextOf(file, row.id)),
    })),
  )
  note({ kind: 'federal_file', id: file, details: { rows: part.length } })
  const { rows: _, ...made } = await getFile(tx, file)
  return made
}

/** As it was told, however often: who took it stands where the people in it look. */
export async function takeFile(context: CommandContext, id: number, reason: string) {
  const { number } = await getFile(context.tx, id)
  const { template, rows } = await repo.findCells(context.tx, id)
  if (rows.length === 0) throw new Refusal('conflict', 'federal_file_empty')
  await takeAway(context, {
    action: takeFederalFile.id,
    ...{ kind: 'federal_file', id, rows: rows.length, people: rows.map(({ person }) => person) },
    opened: { island: 'snils', purpose: 'document', reason },
  })
  const key = await keyOf(context)
  const { sheet, columns } = getTemplate(template)
  const content = await writeWorkbook({
    sheets: [
      {
        name: sheet,
        columns: columns.map(({ title, as }) => ({
          header: title,
          width: 24,
          kind: as === 'number' ? 'number' : 'text',
        })),
        rows: rows.map(({ document, cells }): Cell[] =>
          JSON.parse(key.open(cells, contextOf(id, document)).toString()),
        ),
      },
    ],
  })
  return { fileName: `fis-frdo-${number}.xlsx`, mediaType: WORKBOOK_TYPE, content }
}

type Answering = { readonly rows: readonly number[]; readonly answer: 'taken' | 'refused'; readonly word: string }

/** Faults: 409 for what was told anew since, 422 for a refusal without its reason and for rows of another file. */
export async function answer(context: CommandContext, id: number, { rows, ...said }: Answering): Promise<Whole> {
  const { tx, today, note } = context
  if (said.answer === 'refused' && said.word.length < 3) throw invalidField('word', 'refusal_without_reason')
  const asked = [...new Set(rows)]
  try {
    const count = await repo.answerRows(tx, id, asked, { ...said, today })
    if (count < asked.length) throw invalidField('rows', 'reference_unknown')
  } catch (error) {
    if (sqlState(error) === UNIQUE) throw new Refusal('conflict', 'federal_told_anew')
    throw error
  }
  note({ kind: 'federal_file', id, details: { answer: said.answer, rows: asked.length } })
  return await getFile(tx, id)
}

/** Row by row as a workbook says; rows of one answer go together. Faults: as `answer`. */
export async function answerAll(context: CommandContext, id: number, answers: readonly Answered[]) {
  const { rows } = await getFile(context.tx, id)
  const ids = new Map(rows.map((row) => [row.number, row.id]))
  const known = answers.flatMap(({ number, ...said }) => {
    const row = ids.get(number)
    return row === undefined ? [] : [{ ...said, row }]
  })
  for (const same of Map.groupBy(known, (one) => `${one.answer} ${one.word}`).values()) {
    const [first] = same
    if (first !== undefined) await answer(context, id, { ...first, rows: same.map(({ row }) => row) })
  }
  const refused = known.filter((one) => one.answer === 'refused').length
  return { taken: known.length - refused, refused, left: answers.length - known.length }
}

const UNIQUE = '23505'
