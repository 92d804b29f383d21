import { covers, type Reach, type Scope } from '../../../platform/access/access.ts'
import type { ReadDb } from '../../../platform/db/db.ts'
import { invalidField, Refusal } from '../../../platform/errors.ts'
import type { CommandContext, QueryContext, RequestContext } from '../../../platform/http/route.ts'
import { notify } from '../../../platform/notifications.ts'
import { findDistrictKey, takeAway } from '../../registry/index.ts'
import { findAccountsOf, findOrganisationOf } from '../claims/claims.repo.ts'
import { receiveOne } from '../one.file.ts'
import {
  type decideLearning,
  getLearningDocument,
  type Learning,
  type MyLearning,
  type Same,
} from './elsewhere.contract.ts'
import * as repo from './elsewhere.repo.ts'
import { ownSteps, stepsOf } from './elsewhere.rules.ts'
import type { LearningBook, Sought, Told } from './learning.book.ts'
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
  if (found === undefined || !found.hasFile) return undefined
  return { people: [found.person.id], organisations: found.organisation === null ? [] : [found.organisation.id] }
}

/** All that is on record of the person and may be the same. */
export async function findSame(
  { db, people }: { readonly db: ReadDb; readonly people: readonly number[] },
  book: LearningBook,
  sought: Sought,
  except: number | null,
): Promise<Same[]> {
  const learned = await book.findSame(db, people, sought)
  const told = await repo.findSame(db, people, sought, except)
  return [...learned.map((one) => ({ ...one, where: 'learning' as const })), ...told]
}

type Telling = Told & { readonly isAnother: boolean }

/** Faults: 409 for what is on record already unless somebody says that it is something else, 422 for days to come. */
async function refuseKnown(
  { tx, today, reach }: CommandContext,
  book: LearningBook,
  { isAnother, ...told }: Telling,
  except: number | null,
): Promise<void> {
  if (told.endsOn > today) throw invalidField('endsOn', 'in_future')
  await repo.lockPerson(tx, ownPerson(reach))
  const same = isAnother ? [] : await findSame({ db: tx, people: reach.people }, book, told, except)
  if (same.length > 0) throw new Refusal('conflict', 'learning_known')
}

/** Their organisation confirms it; the centre, where there is none or where nobody else than they themselves could. */
export async function tellOf(context: CommandContext, book: LearningBook, telling: Telling): Promise<MyLearning> {
  const { tx, today, reach, reachAlso, note } = context
  const person = ownPerson(reach)
  await refuseKnown(context, book, telling, null)
  const theirs = await findOrganisationOf(tx, person, today)
  const confirms = reachAlso('learning.confirm')
  const isOwn = theirs !== null && confirms !== undefined && covers(confirms, { organisations: [theirs] })
  const id = await repo.insertLearning(tx, { ...telling, person, organisation: isOwn ? null : theirs })
  note({ kind: 'learning_elsewhere', id, details: { person } })
  return tellOwn(await getOne(tx, id))
}

/** Faults: 409 once it is confirmed, 412, and those of telling. */
export async function change(
  context: CommandContext,
  book: LearningBook,
  id: number,
  telling: Telling,
): Promise<MyLearning> {
  const { tx, note, expectedVersion } = context
  await refuseUnless('change', await getOne(tx, id))
  await refuseKnown(context, book, telling, id)
  if (!(await repo.updateLearning(tx, id, expectedVersion, telling)))
    throw new Refusal('version_conflict', 'version_conflict')
  note({ kind: 'learning_elsewhere', id })
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
  if (tenant === null) throw new Error('learning belongs to a district')
  return findDistrictKey(services.database.reader(tenant), services.master, tenant)
}

export async function keepFile(context: CommandContext, id: number, { type, bytes }: Scan): Promise<MyLearning> {
  const { tx, note } = context
  const sealed = (await keyOf(context)).seal(bytes, contextOf(id))
  if (!(await repo.setFile(tx, id, sealed, type))) throw new Refusal('conflict', 'learning_decided')
  note({ kind: 'learning_elsewhere', id, details: { bytes: bytes.length, type } })
  return tellOwn(await getOne(tx, id))
}

/** Opened for who asks; that it was stands in the journal. */
export async function takeFile(context: CommandContext, id: number) {
  const { tx, reach } = context
  const [found, file] = [await getOne(tx, id), await repo.findFile(tx, id)]
  if (file === undefined) throw new Refusal('not_found', 'not_found')
  const isOwn = reach.people.includes(found.person.id)
  await takeAway(context, {
    action: getLearningDocument.id,
    ...{ kind: 'learning_elsewhere', id, rows: 1, ...(!isOwn && { people: [found.person.id] }) },
  })
  const content = (await keyOf(context)).open(file.sealed, contextOf(id))
  return { fileName: `learning-${id}.${EXTENSIONS[file.type]}`, mediaType: file.type, content }
}

export async function remove({ tx, note, expectedVersion }: CommandContext, id: number): Promise<void> {
  const { person } = await refuseUnless('remove', await getOne(tx, id))
  if (!(await repo.deleteLearning(tx, id, expectedVersion))) throw new Refusal('version_conflict', 'version_conflict')
  note({ kind: 'learning_elsewhere', id, details: { person: person.id } })
}

async function refuseUnless(
  step: MyLearning['can'][number],
  learning: repo.StoredLearning,
): Promise<repo.StoredLearning> {
  if (!ownSteps(learning.state).includes(step)) throw new Refusal('conflict', 'learning_decided')
  return learning
}

async function getOne(db: ReadDb, id: number): Promise<repo.StoredLearning> {
  const found = await repo.findOne(db, id)
  if (found === undefined) throw new Refusal('not_found', 'not_found')
  return found
}

type Decision = NonNullable<(typeof decideLearning)['$in']>['body']

/** Confirmed, it is a row of learning; sent back, it is none any more. Faults: 422 for one out of reach, and without a word. */
export async function decide(
  context: CommandContext,
  book: LearningBook,
  { learning: read, outcome, word }: Decision,
): Promise<{ decided: number; left: number }> {
  const { tx, reach, actor, note } = context
  if (outcome === 'return' && word.length < 3) throw invalidField('word', 'word_missing')
  const versions = new Map(read.map(({ id, version }) => [id, version]))
  const found = await repo.lockLearning(tx, [...versions.keys()])
  const isWithin = ({ organisation, state }: repo.StoredLearning): boolean =>
    state !== 'draft' && covers(reach, organisation === null ? {} : { organisations: [organisation.id] })
  if (found.length < versions.size || !found.every(isWithin)) throw invalidField('learning', 'reference_unknown')
  const taken = found.filter((one) => versions.get(one.id) === one.version && tell(one, context).can.includes(outcome))
  for (const one of taken) {
    if (outcome === 'confirm') {
      const learning = await book.enter(tx, one.person.id, one)
      await repo.stepLearning(tx, one.id, { state: 'confirmed', learning, account: actor.account })
    } else {
      if (one.learningId !== null) await book.strike(tx, one.learningId)
      await repo.stepLearning(tx, one.id, { state: 'returned', word })
    }
    note({ kind: 'learning_elsewhere', id: one.id, details: { outcome, person: one.person.id } })
  }
  const accounts = await findAccountsOf(
    tx,
    taken.map(({ person }) => person.id),
  )
  const kind = outcome === 'confirm' ? 'documents:learning_confirmed' : 'documents:learning_returned'
  await notify(tx, accounts, { kind, link: '/my/learning' })
  return { decided: taken.length, left: read.length - taken.length }
}

/** What is on record of oneself, for who types. */
export async function findOwnSame(
  { db, reach }: QueryContext,
  book: LearningBook,
  asked: Sought & { except?: number | undefined },
) {
  const { except = null, ...sought } = asked
  const items = await findSame({ db, people: reach.people }, book, sought, except)
  return { items, total: items.length }
}

export function tellOwn({ person: _, organisation: __, hasFile, ...same }: repo.StoredLearning): MyLearning {
  return { ...same, can: ownSteps(same.state).filter((step) => step !== 'take' || hasFile) }
}

export function tell(learning: repo.StoredLearning, { reachAlso }: Pick<RequestContext, 'reachAlso'>): Learning {
  const { learningId: _, hasFile: __, ...same } = learning
  const isOwn = reachAlso('learning.tell')?.people.includes(same.person.id) ?? false
  return { ...same, can: stepsOf(same.state, isOwn) }
}
