import { covers, type Reach, type Scope } from '../../../platform/access/access.ts'
import type { ReadDb, Tx } from '../../../platform/db/db.ts'
import { invalidField, Refusal } from '../../../platform/errors.ts'
import type { CommandContext, QueryContext, RequestContext } from '../../../platform/http/route.ts'
import { notify } from '../../../platform/notifications.ts'
import { findDistrictKey, takeAway } from '../../registry/index.ts'
import { findAccountsOf, findOrganisationOf } from '../claims/claims.repo.ts'
import { receiveOne } from '../one.file.ts'
import { isLearning, type Told } from './deeds.kinds.contract.ts'
import { refuseUnknownValues } from './deeds.values.ts'
import {
  type Deed,
  type decideDeeds,
  getDeedDocument,
  type MyDeed,
  type Same,
  type Telling,
} from './elsewhere.contract.ts'
import * as repo from './elsewhere.repo.ts'
import { ownSteps, stepsOf } from './elsewhere.rules.ts'
import type { LearningBook } from './learning.book.ts'
import { EXTENSIONS, SCAN_BYTES, type Scan, scanIn } from './scan.ts'

function ownPerson({ people }: Reach): number {
  const [person] = people
  if (person === undefined) throw new Refusal('not_found', 'not_found')
  return person
}

/** The author's. */
export async function scopeOfOwn(
  { db }: { db: ReadDb },
  { params: { id } }: { params: { id: number } },
): Promise<Scope | undefined> {
  const found = await repo.findOne(db, id)
  return found && { people: [found.person.id] }
}

/** The author's, and that of who confirms it; of what is not sent yet the author's alone. */
export async function scopeOfFile(
  { db }: { db: ReadDb },
  { params: { id } }: { params: { id: number } },
): Promise<Scope | undefined> {
  const found = await repo.findOne(db, id)
  if (found === undefined || !found.hasScan) return undefined
  return { people: [found.person.id], organisations: found.organisation === null ? [] : [found.organisation.id] }
}

/** What makes two deeds the same. */
export const soughtOf = ({ kind, title, place, startsOn, endsOn, number, link }: Told): repo.Sought => ({
  ...{ kind, title, startsOn, endsOn },
  ...{ place: place ?? '', number: number ?? '', link: link ?? '' },
})

/** All that is on record of the person and may be the same. */
export async function findSame(
  { db, people }: { readonly db: ReadDb; readonly people: readonly number[] },
  book: LearningBook,
  sought: repo.Sought,
  except: number | null,
): Promise<Same[]> {
  const { kind, title, place, startsOn, endsOn, number } = sought
  const learned = isLearning(kind)
    ? await book.findSame(db, people, { programme: title, provider: place, startsOn, endsOn, number })
    : []
  const told = await repo.findSame(db, people, sought, except)
  return [...learned.map((one) => ({ ...one, where: 'learning' as const })), ...told]
}

/**
 * Faults: 409 for what is on record already unless somebody says that it is something else, 422 for days to come and values
 * of other lists.
 */
async function refuseKnown(
  { tx, today, reach }: CommandContext,
  book: LearningBook,
  { isAnother, ...told }: Telling,
  except: number | null,
): Promise<void> {
  if (told.endsOn > today) throw invalidField('endsOn', 'in_future')
  await refuseUnknownValues(tx, [told], () => '')
  await repo.lockPerson(tx, ownPerson(reach))
  const same = isAnother ? [] : await findSame({ db: tx, people: reach.people }, book, soughtOf(told), except)
  if (same.length > 0) throw new Refusal('conflict', 'deed_known')
}

/** Their organisation confirms it; the centre, where there is none or where nobody else than they themselves could. */
export async function tellOf(context: CommandContext, book: LearningBook, telling: Telling): Promise<MyDeed> {
  const { tx, today, reach, reachAlso, note } = context
  const person = ownPerson(reach)
  const { isAnother: _, ...told } = telling
  await refuseKnown(context, book, telling, null)
  const theirs = await findOrganisationOf(tx, person, today)
  const confirms = reachAlso('deed.confirm')
  const isOwn = theirs !== null && confirms !== undefined && covers(confirms, { organisations: [theirs] })
  const id = await repo.insertDeed(tx, { ...told, person, organisation: isOwn ? null : theirs, recordedBy: null })
  note({ kind: 'deed', id, details: { person } })
  return tellOwn(await getOne(tx, id))
}

/** Faults: 409 once it is confirmed, 412, and those of telling. */
export async function change(
  context: CommandContext,
  book: LearningBook,
  id: number,
  telling: Telling,
): Promise<MyDeed> {
  const { tx, note, expectedVersion } = context
  const { isAnother: _, ...told } = telling
  await refuseUnless('change', await getOne(tx, id))
  await refuseKnown(context, book, telling, id)
  if (!(await repo.updateDeed(tx, id, expectedVersion, told))) throw new Refusal('version_conflict', 'version_conflict')
  note({ kind: 'deed', id })
  return tellOwn(await getOne(tx, id))
}

/** What the file is, is known by its bytes. Faults: 413, 422. */
export async function receiveScan(context: RequestContext): Promise<Scan> {
  const received = await receiveOne(context.files(), SCAN_BYTES)
  if (received === 'not one') throw invalidField('file', 'one_scan')
  if (received === 'too large') throw new Refusal('too_large', 'scan_too_large')
  const scan = scanIn(received)
  if (scan === undefined) throw invalidField('file', 'no_scan')
  return scan
}

const contextOf = (id: number): string => `documents.elsewhere/${id}`

const keyOf = ({ services, tenant }: RequestContext) => {
  if (tenant === null) throw new Error('a deed belongs to a district')
  return findDistrictKey(services.database.reader(tenant), services.master, tenant)
}

export async function keepFile(context: CommandContext, id: number, { type, bytes }: Scan): Promise<MyDeed> {
  const { tx, note } = context
  const sealed = (await keyOf(context)).seal(bytes, contextOf(id))
  if (!(await repo.setFile(tx, id, sealed, type))) throw new Refusal('conflict', 'deed_decided')
  note({ kind: 'deed', id, details: { bytes: bytes.length, type } })
  return tellOwn(await getOne(tx, id))
}

/** Opened for who asks; that it was stands in the journal. */
export async function takeFile(context: CommandContext, id: number) {
  const { tx, reach } = context
  const [found, file] = [await getOne(tx, id), await repo.findFile(tx, id)]
  if (file === undefined) throw new Refusal('not_found', 'not_found')
  const isOwn = reach.people.includes(found.person.id)
  await takeAway(context, {
    action: getDeedDocument.id,
    ...{ kind: 'deed', id, rows: 1, ...(!isOwn && { people: [found.person.id] }) },
  })
  const content = (await keyOf(context)).open(file.sealed, contextOf(id))
  return { fileName: `deed-${id}.${EXTENSIONS[file.type]}`, mediaType: file.type, content }
}

export async function remove({ tx, note, expectedVersion }: CommandContext, id: number): Promise<void> {
  const { person } = await refuseUnless('remove', await getOne(tx, id))
  if (!(await repo.deleteDeed(tx, id, expectedVersion))) throw new Refusal('version_conflict', 'version_conflict')
  note({ kind: 'deed', id, details: { person: person.id } })
}

async function refuseUnless(step: MyDeed['can'][number], deed: repo.StoredDeed): Promise<repo.StoredDeed> {
  if (!ownSteps(deed).includes(step)) throw new Refusal('conflict', 'deed_decided')
  return deed
}

async function getOne(db: ReadDb, id: number): Promise<repo.StoredDeed> {
  const found = await repo.findOne(db, id)
  if (found === undefined) throw new Refusal('not_found', 'not_found')
  return found
}

type Decision = NonNullable<(typeof decideDeeds)['$in']>['body']

/**
 * Confirmed it counts, and learning is a row of learning; sent back, or removed where nobody had sent it, it counts no more.
 * Faults: 422 for one out of reach, and for sending back without a word.
 */
export async function decide(
  context: CommandContext,
  book: LearningBook,
  { deeds: read, outcome, word }: Decision,
): Promise<{ decided: number; left: number }> {
  const { tx, reach, actor, note } = context
  if (outcome === 'return' && word.length < 3) throw invalidField('word', 'word_missing')
  const versions = new Map(read.map(({ id, version }) => [id, version]))
  const found = await repo.lockDeeds(tx, [...versions.keys()])
  const isWithin = ({ organisation, state }: repo.StoredDeed): boolean =>
    state !== 'draft' && covers(reach, organisation === null ? {} : { organisations: [organisation.id] })
  if (found.length < versions.size || !found.every(isWithin)) throw invalidField('deeds', 'reference_unknown')
  const taken = found.filter((one) => versions.get(one.id) === one.version && tell(one, context).can.includes(outcome))
  for (const one of taken) {
    if (outcome === 'confirm') {
      const learning = await enterLearning(tx, book, one)
      await repo.stepDeed(tx, one.id, { state: 'confirmed', learning, account: actor.account })
    } else if (outcome === 'remove') await repo.deleteRecorded(tx, one.id)
    else {
      if (one.learningId !== null) await book.strike(tx, one.learningId)
      await repo.stepDeed(tx, one.id, { state: 'returned', word })
    }
    note({ kind: 'deed', id: one.id, details: { outcome, person: one.person.id } })
  }
  if (outcome !== 'remove') {
    const accounts = await findAccountsOf(
      tx,
      taken.map(({ person }) => person.id),
    )
    const kind = outcome === 'confirm' ? 'documents:deed_confirmed' : 'documents:deed_returned'
    await notify(tx, accounts, { kind, link: '/my/deeds' })
  }
  return { decided: taken.length, left: read.length - taken.length }
}

/** Null for what is no learning, and where a file has told of it. */
async function enterLearning(tx: Tx, book: LearningBook, deed: repo.StoredDeed): Promise<number | null> {
  const { kind, form, title, place, hours, startsOn, endsOn, number } = deed
  if (!isLearning(kind)) return null
  if (place === null || form === null || hours === null || number === null)
    throw new Error('learning without what its document says')
  return await book.enter(tx, deed.person.id, {
    ...{ kind, form, programme: title, provider: place, hours, startsOn, endsOn, number },
  })
}

/** What is on record of oneself, for who types. */
export async function findOwnSame(
  { db, reach }: QueryContext,
  book: LearningBook,
  asked: repo.Sought & { except?: number | undefined },
) {
  const { except = null, ...sought } = asked
  const items = await findSame({ db, people: reach.people }, book, sought, except)
  return { items, total: items.length }
}

export function tellOwn({ person: _, organisation: __, learningId: ___, ...same }: repo.StoredDeed): MyDeed {
  return { ...same, can: ownSteps(same) }
}

export function tell(
  { learningId: _, ...same }: repo.StoredDeed,
  { reachAlso }: Pick<RequestContext, 'reachAlso'>,
): Deed {
  const isOwn = reachAlso('deed.tell')?.people.includes(same.person.id) ?? false
  return { ...same, can: stepsOf(same, isOwn) }
}
