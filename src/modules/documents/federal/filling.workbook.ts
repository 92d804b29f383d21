import { invalidField } from '../../../platform/errors.ts'
import type { RequestContext } from '../../../platform/http/route.ts'
import type { Language, Translator } from '../../../platform/messages.ts'
import {
  type Cell,
  type Row,
  readsAs,
  type WrittenColumn,
  writeWorkbook,
} from '../../../platform/spreadsheets/index.ts'
import { rowsBrought } from './brought.file.ts'
import { CAUSES, EDUCATIONS, FILLED_FACTS, type FilledFact, FUNDINGS, STUDY_FORMS } from './facts.contract.ts'
import { type Due, Fill } from './federal.contract.ts'

/** Facts that are one of a few, said in words. */
const CHOICES: Readonly<Partial<Record<FilledFact, readonly string[]>>> = {
  studyForm: STUDY_FORMS,
  funding: FUNDINGS,
  education: EDUCATIONS,
  cause: CAUSES,
}

/** What a document is known by in the workbook; the rest of these columns is for who reads it. */
const SHOWN = ['id', 'number', 'holder', 'organisation', 'until', 'lacks'] as const
const WIDE: WrittenColumn = { header: '', width: 28, kind: 'text' }

/** Documents with what is known, in words, to be filled in where cells are empty. */
export async function fillingWorkbook(due: readonly Due[], { say }: Translator, language: Language): Promise<Buffer> {
  const word = (key: string): string => say(language, `documents:federal.${key}`)
  const worded = (fact: FilledFact, value: string | null): Cell =>
    value === null ? null : fact in CHOICES ? word(`values.${fact}.${value}`) : value
  const columns = [
    ...SHOWN.map((name) => ({ ...WIDE, header: word(`columns.${name}`), width: name === 'id' ? 10 : 24 })),
    ...FILLED_FACTS.map((fact) => ({ ...WIDE, header: word(`facts.${fact}`) })),
  ]
  const rows = due.map(({ id, number, holder, organisation, until, lacks, facts }) => [
    ...[String(id), number, holder, organisation, until.split('-').reverse().join('.')],
    lacks.map((fact) => word(`facts.${fact}`)).join(', ') || null,
    ...FILLED_FACTS.map((fact) => worded(fact, facts[fact])),
  ])
  return await writeWorkbook({ sheets: [{ name: word('sheet'), columns, rows }] })
}

type Filling = { readonly rows: readonly Fill[]; readonly faults: readonly { row: number; column: string }[] }

/** What a workbook that was taken away and filled in says: only cells that say something. Faults: as `rowsBrought`. */
export async function readFilling(context: RequestContext): Promise<Filling> {
  return fillingOf(await rowsBrought(context), context.services.translator)
}

function fillingOf([head, ...rows]: readonly Row[], translator: Translator): Filling {
  const columns = (head?.cells ?? []).map((cell) => factCalled(readsAs(cell), translator))
  if (!columns.includes('id') || columns.every((fact) => fact === 'id' || fact === undefined))
    throw invalidField('file', 'federal_columns_missing')
  const faults: { row: number; column: string }[] = []
  const read = rows.flatMap(({ row, cells }) => {
    const said: Record<string, string | number> = {}
    for (const [at, fact] of columns.entries()) {
      const text = readsAs(cells[at])
      if (fact === undefined || text === '') continue
      const value = fact === 'id' ? Number(text) : codeOf(fact, text, translator)
      if (value === undefined || !isFit(fact, value)) faults.push({ row, column: readsAs(head?.cells[at]) })
      else said[fact] = value
    }
    const fill = Fill.safeParse(said)
    return fill.success && Object.keys(said).length > 1 ? [fill.data] : []
  })
  return { rows: read, faults }
}

const LANGUAGES = ['ru', 'en'] as const
const same = (one: string, other: string): boolean => one.toLowerCase() === other.toLowerCase()

/** Taken away in one language, it may be brought back in the other. */
const isSaid = (text: string, key: string, { say }: Translator): boolean =>
  LANGUAGES.some((language) => same(text, say(language, `documents:federal.${key}`)))

function factCalled(header: string, translator: Translator): FilledFact | 'id' | undefined {
  if (isSaid(header, 'columns.id', translator)) return 'id'
  return FILLED_FACTS.find((fact) => isSaid(header, `facts.${fact}`, translator))
}

function codeOf(fact: FilledFact, text: string, translator: Translator): string | undefined {
  const choices = CHOICES[fact]
  if (choices === undefined) return text
  return choices.find((code) => isSaid(text, `values.${fact}.${code}`, translator))
}

const isFit = (fact: FilledFact | 'id', value: string | number): boolean => Fill.shape[fact].safeParse(value).success
