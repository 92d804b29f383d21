import type { Tx } from '../../../platform/db/db.ts'
import { invalidField, Refusal } from '../../../platform/errors.ts'
import type { Services } from '../../../platform/services.ts'
import { findLetterhead, type StoredLetterhead } from '../letterhead/letterhead.repo.ts'
import type { About, PaperKind } from '../papers/kinds.contract.ts'
import { paperSheet } from '../papers/paper.ts'
import { asPicture, checkAddress, newCode } from '../papers/proof.ts'
import { type Series, sayNumber } from '../series/series.contract.ts'
import { findSeries, holdSeries, takeNumbers } from '../series/series.repo.ts'
import { yearOf } from '../series/series.routes.ts'
import type { Signatory } from '../signatories/signatories.contract.ts'
import { findSignatories } from '../signatories/signatories.repo.ts'
import { findGiven, findPeople, insertBatch, type Person } from './batches.repo.ts'
import { insertDocuments, type NewDocument, type Source, type StoredDocument } from './documents.repo.ts'
import { printBatch } from './printing.jobs.ts'

/** Who gives documents: in the transaction of what they are given for. */
export type Giving = {
  readonly tx: Tx
  readonly services: Services
  readonly tenant: number
  readonly account: number | null
  readonly today: string
}

type Signed = { readonly seriesId: number; readonly signatoryId: number; readonly issuedOn: string }

export type Issue = Signed & {
  readonly about: About
  readonly people: readonly number[]
  /** What they are given for, where the product knows it: nobody is given the same for it twice. */
  readonly source?: Source
}

/** Papers that say different things. */
export type Papers = Signed & { readonly kind: PaperKind; readonly papers: readonly Paper[] }
export type Paper = { readonly person: number; readonly about: About; readonly source: Source | null }

/** `already`: those who hold one for the same source; without anybody left there is no batch. */
export type Issued = { readonly batch: number | null; readonly given: number; readonly already: readonly number[] }

/** Gives people of the district a document each, all for the same. Faults: as `issuePapers`. */
export async function issueDocuments(giving: Giving, { about, people, source, ...signed }: Issue): Promise<Issued> {
  const papers = people.map((person) => ({ person, about, source: source ?? null }))
  return await issuePapers(giving, { ...signed, kind: about.kind, papers })
}

/**
 * Gives each of these papers: registered here, under the next numbers of the series in the order of names; printed by a job
 * right after. Faults: 409 without a letterhead, 422 for what does not fit together.
 */
export async function issuePapers(giving: Giving, issue: Papers): Promise<Issued> {
  const { tx } = giving
  const { kind, papers } = issue
  const ground = await groundOf(giving, issue)
  const series = await seriesFor(giving, issue)
  const ids = new Set(papers.map(({ person }) => person))
  const people = await findPeople(tx, [...ids])
  if (people.length !== ids.size) throw invalidField('personIds', 'reference_unknown')
  const given = await findGiven(tx, kind, papers)
  const left = papers.filter((paper) => !given.includes(paper))
  const already = [...new Set(given.map(({ person }) => person))]
  if (left.length === 0) return { batch: null, given: 0, already }
  const year = yearOf(issue.issuedOn)
  const first = await takeNumbers(tx, series.id, year, left.length)
  const made = people
    .flatMap((person) => left.filter((paper) => paper.person === person.id).map((paper) => ({ ...paper, person })))
    .map(({ person, about, source }, at) => {
      const count = first + at
      const number = sayNumber(series, year, count)
      return newDocument(giving, ground, {
        ...{ person, about, source, number, issuedOn: issue.issuedOn, replaces: null, edition: 1 },
        ...{ seriesId: series.id, year, count },
      })
    })
  return { batch: await register(giving, ground, made), given: left.length, already }
}

/** Another paper under the number of one that was given before. Faults: as above. */
export async function issueAgain(
  giving: Giving,
  before: StoredDocument,
  change: { readonly about: About; readonly signatoryId: number; readonly issuedOn: string },
): Promise<void> {
  const { seriesId, year, count, number, edition, issuedOn, personId } = before
  if (change.about.kind !== before.kind) throw invalidField('about', 'paper_of_other_kind')
  if (change.issuedOn < issuedOn) throw invalidField('issuedOn', 'before_first_paper')
  const ground = await groundOf(giving, change)
  const [person] = personId === null ? [] : await findPeople(giving.tx, [personId])
  if (person === undefined) throw new Refusal('conflict', 'holder_erased')
  const made = newDocument(giving, ground, {
    ...{ person, about: change.about, number, issuedOn: change.issuedOn, replaces: issuedOn, edition: edition + 1 },
    ...{ seriesId, year, count, source: null },
  })
  await register(giving, ground, [made])
}

/** What all papers given at one time have in common. */
type Ground = { readonly letterhead: StoredLetterhead; readonly signatory: Signatory }

async function groundOf({ tx, today }: Giving, { signatoryId, issuedOn }: Omit<Signed, 'seriesId'>): Promise<Ground> {
  if (issuedOn > today) throw invalidField('issuedOn', 'in_future')
  const letterhead = await findLetterhead(tx)
  if (letterhead.name === '') throw new Refusal('conflict', 'letterhead_missing')
  const [signatory] = await findSignatories(tx, issuedOn, signatoryId)
  if (signatory === undefined) throw invalidField('signatoryId', 'reference_unknown')
  if (!signatory.signs) throw invalidField('signatoryId', 'signatory_not_then')
  return { letterhead, signatory }
}

async function seriesFor({ tx }: Giving, { kind, seriesId, issuedOn }: Papers): Promise<Series> {
  await holdSeries(tx, seriesId)
  const [series] = await findSeries(tx, yearOf(issuedOn), seriesId)
  if (series === undefined) throw invalidField('seriesId', 'reference_unknown')
  if (series.retired) throw invalidField('seriesId', 'series_retired')
  if (series.kind !== kind) throw invalidField('seriesId', 'series_of_other_kind')
  return series
}

type Numbered = Omit<NewDocument, 'personId' | 'holder' | 'code' | 'sheet'> & {
  readonly person: Person
  readonly replaces: string | null
}

function newDocument({ services }: Giving, { letterhead, signatory }: Ground, numbered: Numbered): NewDocument {
  const { person, replaces, ...same } = numbered
  const code = newCode()
  const address = checkAddress(services, code)
  const { name, place, address: street, requisites } = letterhead
  const sheet = paperSheet({
    ...{ called: person, about: same.about, number: same.number, issuedOn: same.issuedOn, replaces, signatory },
    issuer: { name, place, under: [street, requisites].filter(Boolean) },
    proof: { address, svg: asPicture(address) },
  })
  const holder = [person.surname, person.givenName, person.patronymic].filter(Boolean).join(' ')
  return { ...same, personId: person.id, holder, code, sheet }
}

async function register(
  { tx, services, tenant, account }: Giving,
  { letterhead, signatory }: Ground,
  made: readonly NewDocument[],
): Promise<number> {
  const { name: issuer, emblem } = letterhead
  const batch = await insertBatch(tx, { issuer, emblem, signatory, account })
  await insertDocuments(tx, batch, made)
  await services.jobs.enqueue(tx, printBatch, { tenant, batch })
  return batch
}
