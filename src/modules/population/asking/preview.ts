import { CompiledQuery } from 'kysely'
import type { ReadDb } from '../../../platform/db/db.ts'
import type { FieldFault } from '../../../platform/errors.ts'
import { checkPopulation } from '../check.ts'
import { type MembersContext, numberedLeaves } from '../members.ts'
import { fieldsNamedBy } from '../named.ts'
import { findNames } from '../names.ts'
import type { Leaf, Population } from '../population.contract.ts'
import { sayPopulation } from '../sentence.ts'
import type { TermDeclaration, Vocabulary } from '../vocabulary.ts'
import type { Preview, PreviewRequest } from './populations.contract.ts'
import { compilePreview, type NamedRow, type PreviewQuestion, type PreviewRow } from './preview.compile.ts'

type Language = 'ru' | 'en'

const EVERYBODY: Population = { all: [] }

/** What is wrong with the question, each fault by its path within the tree. */
export function faultsOfPreview(vocabulary: Vocabulary, { subject, population, among }: PreviewRequest): FieldFault[] {
  if (!vocabulary.subjects.has(subject)) return [{ in: 'body', path: 'subject', code: 'subject_unknown' }]
  const faults = [
    ...checkPopulation(vocabulary, subject, population, 'population'),
    ...(among === undefined ? [] : checkPopulation(vocabulary, subject, among, 'among')),
  ]
  return faults.map(({ path, code, params }) => ({ in: 'body', path, code, ...(params && { params }) }))
}

export function sayPreview(
  vocabulary: Vocabulary,
  { subject, population, among = EVERYBODY }: PreviewRequest,
): Preview['sentence'] {
  const say = (language: Language): string => sayPopulation(vocabulary, subject, { all: [among, population] }, language)
  return { ru: say('ru'), en: say('en') }
}

export type PreviewContext = Omit<MembersContext, 'names'> &
  Pick<PreviewQuestion, 'named' | 'date'> & { readonly language: Language }

/** Counts and names of a question without faults; two statements. */
export async function findPreview(
  db: ReadDb,
  { subject, population, among = EVERYBODY }: PreviewRequest,
  { vocabulary, tenant, within, named, date, language }: PreviewContext,
): Promise<Pick<Preview, 'counts' | 'names'>> {
  const both = [
    { subject, population },
    { subject, population: among },
  ]
  const names = await findNames(db, vocabulary, both)
  const statement = compilePreview({ subject, population, among, date, named }, { vocabulary, names, tenant, within })
  const { rows } = await db.getExecutor().executeQuery<PreviewRow>(CompiledQuery.raw(statement))
  const [row] = rows
  if (row === undefined) throw new Error('a preview is one row')
  const { matched, rest, unsure, matchedNames, unsureNames } = row
  const reasons = numberedLeaves({ of: among, who: population }).map(({ leaf }) =>
    reasonOf(vocabulary.term(subject, leaf.term), leaf, language),
  )
  const why = ({ unknown }: NamedRow): string[] => [...new Set(unknown.flatMap((index) => reasons[index] ?? []))]
  return {
    counts: { matched, rest, unknown: unsure },
    names:
      matchedNames === null || unsureNames === null
        ? null
        : {
            matched: matchedNames.map(asNamed),
            unknown: unsureNames.map((one) => ({ ...asNamed(one), why: why(one) })),
          },
  }
}

const asNamed = ({ id, label, organisation }: NamedRow) => ({ id, label, organisation })

/** Why a leaf may be unknown: as its term says, else by the fields that may be empty. */
function reasonOf(term: TermDeclaration | undefined, leaf: Leaf, language: Language): string[] {
  if (term === undefined) return []
  if ('unknown' in term && term.unknown !== undefined) return [term.unknown[language]]
  const empty = fieldsNamedBy(term, leaf).filter(({ field }) => field.nullable === true)
  return empty.map(({ field }) => NOT_STATED[language](field.words[language]))
}

const NOT_STATED = {
  ru: (field: string) => `не указано: ${field}`,
  en: (field: string) => `not stated: ${field}`,
} as const
