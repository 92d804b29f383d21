import type { Scope } from '../../../platform/access/access.ts'
import type { ReadDb } from '../../../platform/db/db.ts'
import { Refusal } from '../../../platform/errors.ts'
import type { CommandContext, RequestContext } from '../../../platform/http/route.ts'
import { scopeOfPerson } from '../../registry/index.ts'
import { followRevoked } from '../claims/claims.repo.ts'
import type { LearningBook } from '../elsewhere/learning.book.ts'
import { checkAddress } from '../papers/proof.ts'
import type { IssuedDocument, reissueDocument } from './documents.contract.ts'
import * as repo from './documents.repo.ts'
import { type Giving, issueAgain } from './issuing.ts'

/** A document belongs to whoever it was given to, and to who employs them; of who was erased, to the district. */
export async function scopeOfDocument(
  { db }: { db: ReadDb },
  { params: { id } }: { params: { id: number } },
): Promise<Scope | undefined> {
  const holder = await repo.findHolder(db, id)
  if (holder === undefined) return undefined
  return holder === null ? 'district' : await scopeOfPerson({ db }, { params: { id: holder } })
}

export function givingOf({ tx, services, tenant, actor, today }: CommandContext): Giving {
  if (tenant === null) throw new Error('documents belong to a district')
  return { tx, services, tenant, account: actor.account, today }
}

export async function getDocument(db: ReadDb, id: number): Promise<repo.StoredDocument> {
  const found = await repo.findDocument(db, id)
  if (found === undefined) throw new Refusal('not_found', 'not_found')
  return found
}

type Change = NonNullable<(typeof reissueDocument)['$in']>['body']

/**
 * The one before is replaced, or stays revoked, and the new one told; what it stands for counts as it says. Faults: 409 for what
 * is neither in force nor the last that was revoked, 412.
 */
export async function reissue(
  context: CommandContext,
  book: LearningBook,
  id: number,
  change: Change,
): Promise<repo.StoredDocument> {
  const { reason, about: changed, ...rest } = change
  const { tx } = context
  const source = await repo.findSource(tx, id)
  const before = isRevokedLast(await getDocument(tx, id), source)
    ? await holdRevoked(context, id, reason)
    : await end(context, id, 'replaced', reason)
  const about = changed ?? before.about
  await issueAgain(givingOf(context), before, { ...rest, about })
  if (source !== undefined && before.personId !== null && about.kind !== 'activity' && about.hours !== null) {
    const { title: programme, hours, startsOn, endsOn } = about
    const says = { programme, hours, startsOn, endsOn, number: before.number }
    await book.restore(tx, { source, person: before.personId }, says)
  }
  const [latest] = (await getDocument(context.tx, id)).editions
  if (latest === undefined) throw new Error('a document is one of its editions')
  return await getDocument(context.tx, latest.id)
}

export async function revoke(
  context: CommandContext,
  book: LearningBook,
  id: number,
  reason: string,
): Promise<repo.StoredDocument> {
  const { personId } = await end(context, id, 'revoked', reason)
  await followRevoked(context.tx, id)
  const source = await repo.findSource(context.tx, id)
  if (source !== undefined && personId !== null) await book.revoke(context.tx, { source, person: personId })
  return await getDocument(context.tx, id)
}

/** What was certified of a claim is claimed anew; any other may be given again where it was revoked by mistake. */
const isRevokedLast = ({ state, editions, id }: repo.StoredDocument, source: repo.Source | undefined): boolean =>
  state === 'revoked' && editions[0]?.id === id && source?.kind !== 'claim'

async function holdRevoked(
  { tx, note, expectedVersion: version }: CommandContext,
  id: number,
  reason: string,
): Promise<repo.StoredDocument> {
  const before = await getDocument(tx, id)
  if (!(await repo.holdRevoked(tx, id, version))) throw new Refusal('version_conflict', 'version_conflict')
  note({ kind: 'document', id, details: { reason, ...(before.personId !== null && { person: before.personId }) } })
  return before
}

async function end(
  { tx, note, actor, expectedVersion: version }: CommandContext,
  id: number,
  state: 'replaced' | 'revoked',
  reason: string,
): Promise<repo.StoredDocument> {
  const before = await getDocument(tx, id)
  if (before.version !== version) throw new Refusal('version_conflict', 'version_conflict')
  if (before.state === 'printing') throw new Refusal('conflict', 'document_printing')
  if (before.state !== 'issued') throw new Refusal('conflict', 'document_ended')
  if (!(await repo.endDocument(tx, { id, version }, { state, reason, account: actor.account })))
    throw new Refusal('version_conflict', 'version_conflict')
  note({ kind: 'document', id, details: { state, ...(before.personId !== null && { person: before.personId }) } })
  return before
}

export async function tell(
  db: ReadDb,
  document: repo.StoredDocument,
  { services, mayAlso }: Pick<RequestContext, 'services' | 'mayAlso'>,
): Promise<IssuedDocument> {
  const { code, endedAt, seriesId: _, year: __, count: ___, ...same } = document
  const can: IssuedDocument['can'] = same.hash === null ? [] : ['take']
  if (same.state === 'issued' && mayAlso('document.manage')) {
    can.push('revoke')
    if (same.personId !== null) can.push('reissue')
  }
  if (same.state === 'revoked' && same.personId !== null && mayAlso('document.manage')) {
    if (isRevokedLast(document, await repo.findSource(db, document.id))) can.push('reissue')
  }
  return { ...same, check: checkAddress(services, code), endedAt: endedAt?.toISOString() ?? null, can }
}
