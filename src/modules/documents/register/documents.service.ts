import type { Scope } from '../../../platform/access/access.ts'
import type { ReadDb } from '../../../platform/db/db.ts'
import { Refusal } from '../../../platform/errors.ts'
import type { CommandContext, RequestContext } from '../../../platform/http/route.ts'
import { scopeOfPerson } from '../../registry/index.ts'
import { followRevoked } from '../claims/claims.repo.ts'
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

/** The one before is replaced, and the new one told. Faults: 409 for what is not in force, 412. */
export async function reissue(context: CommandContext, id: number, change: Change): Promise<repo.StoredDocument> {
  const { reason, about, ...rest } = change
  const before = await end(context, id, 'replaced', reason)
  await issueAgain(givingOf(context), before, { ...rest, about: about ?? before.about })
  const [latest] = (await getDocument(context.tx, id)).editions
  if (latest === undefined) throw new Error('a document is one of its editions')
  return await getDocument(context.tx, latest.id)
}

export async function revoke(context: CommandContext, id: number, reason: string): Promise<repo.StoredDocument> {
  await end(context, id, 'revoked', reason)
  await followRevoked(context.tx, id)
  return await getDocument(context.tx, id)
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

export function tell(
  document: repo.StoredDocument,
  { services, mayAlso }: Pick<RequestContext, 'services' | 'mayAlso'>,
): IssuedDocument {
  const { code, endedAt, seriesId: _, year: __, count: ___, ...same } = document
  const can: IssuedDocument['can'] = same.hash === null ? [] : ['take']
  if (same.state === 'issued' && mayAlso('document.manage')) {
    can.push('revoke')
    if (same.personId !== null) can.push('reissue')
  }
  return { ...same, check: checkAddress(services, code), endedAt: endedAt?.toISOString() ?? null, can }
}
