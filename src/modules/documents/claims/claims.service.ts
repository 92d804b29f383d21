import { covers, type Reach, type Scope } from '../../../platform/access/access.ts'
import type { ReadDb } from '../../../platform/db/db.ts'
import { invalidField, Refusal } from '../../../platform/errors.ts'
import type { CommandContext, QueryContext, RequestContext } from '../../../platform/http/route.ts'
import { notify } from '../../../platform/notifications.ts'
import { findBatch } from '../register/batches.repo.ts'
import type { Batch } from '../register/documents.contract.ts'
import type { Source } from '../register/documents.repo.ts'
import { givingOf } from '../register/documents.service.ts'
import { issuePapers } from '../register/issuing.ts'
import type { Claim, certifyClaims, decideClaims, MyClaim, Work } from './claims.contract.ts'
import * as repo from './claims.repo.ts'
import { ownSteps, stepsOf } from './claims.rules.ts'
import type { WorkOnRecord } from './work.on.record.ts'

const WORK_SHOWN = 20

type Said = Pick<Work, 'title' | 'doneOn' | 'place'>

function ownPerson({ people }: Reach): number {
  const [person] = people
  if (person === undefined) throw new Refusal('not_found', 'not_found')
  return person
}

export async function scopeOfClaim(
  { db }: { db: ReadDb },
  { params: { id } }: { params: { id: number } },
): Promise<Scope | undefined> {
  const found = await repo.findClaim(db, id)
  return found && { people: [found.person.id] }
}

/** What one did within a year and has not claimed. */
export async function findWork({ db, reach, today }: QueryContext, on: WorkOnRecord): Promise<Work[]> {
  const since = `${Number(today.slice(0, 4)) - 1}${today.slice(4)}`
  const claimed = await repo.findClaimedSources(db, reach.people, on.kind)
  const found = await on.find(db, reach.people, since)
  return found.filter(({ id }) => !claimed.has(id)).slice(0, WORK_SHOWN)
}

/** Faults: 404 for what is not on record of them, 409 for what was claimed before. */
export async function claimWork(context: CommandContext, on: WorkOnRecord, id: number): Promise<MyClaim> {
  const found = (await on.find(context.tx, context.reach.people, '1900-01-01')).find((work) => work.id === id)
  if (found === undefined) throw invalidField('id', 'reference_unknown')
  return await makeClaim(context, found, { kind: on.kind, id })
}

/**
 * The organisation that counts them among its own confirms it; the centre, where there is none or where nobody else than the
 * claimant could. Faults: 409 for what was claimed before, 422 for a day to come.
 */
export async function makeClaim(context: CommandContext, said: Said, source: Source | null = null): Promise<MyClaim> {
  const { tx, today, reach, reachAlso, note } = context
  const person = ownPerson(reach)
  if (said.doneOn > today) throw invalidField('doneOn', 'in_future')
  if (await repo.isClaimed(tx, person, said, source)) throw new Refusal('conflict', 'claim_made')
  const theirs = await repo.findOrganisationOf(tx, person, today)
  const confirms = reachAlso('claim.confirm')
  const isOwn = theirs !== null && confirms !== undefined && covers(confirms, { organisations: [theirs] })
  const id = await repo.insertClaim(tx, { ...said, person, organisation: isOwn ? null : theirs, source })
  note({ kind: 'claim', id, details: { person } })
  return tellOwn(await getClaim(tx, id))
}

/** Faults: 409 once it is confirmed, 412. */
export async function change(context: CommandContext, id: number, said: Said): Promise<MyClaim> {
  const { tx, today, note, expectedVersion: version } = context
  if (said.doneOn > today) throw invalidField('doneOn', 'in_future')
  await refuseUnless('change', await getClaim(tx, id))
  if (!(await repo.changeClaim(tx, id, version, said))) throw new Refusal('version_conflict', 'version_conflict')
  note({ kind: 'claim', id })
  return tellOwn(await getClaim(tx, id))
}

export async function remove({ tx, note, expectedVersion }: CommandContext, id: number): Promise<void> {
  const { person } = await refuseUnless('remove', await getClaim(tx, id))
  if (!(await repo.deleteClaim(tx, id, expectedVersion))) throw new Refusal('version_conflict', 'version_conflict')
  note({ kind: 'claim', id, details: { person: person.id } })
}

async function refuseUnless(step: MyClaim['can'][number], claim: repo.StoredClaim): Promise<repo.StoredClaim> {
  if (!ownSteps(claim.state).includes(step)) throw new Refusal('conflict', 'claim_decided')
  return claim
}

async function getClaim(db: ReadDb, id: number): Promise<repo.StoredClaim> {
  const found = await repo.findClaim(db, id)
  if (found === undefined) throw new Refusal('not_found', 'not_found')
  return found
}

type Read = NonNullable<(typeof decideClaims)['$in']>['body']['claims']

/** Those of the read ones that this can be done with: as they were read, and still waiting. Faults: 422 for one out of reach. */
async function takeUp(context: CommandContext, read: Read, step: Claim['can'][number]): Promise<repo.StoredClaim[]> {
  const versions = new Map(read.map(({ id, version }) => [id, version]))
  const claims = await repo.lockClaims(context.tx, [...versions.keys()])
  const confirms = context.reachAlso('claim.confirm') ?? context.reach
  const isWithin = ({ organisation }: repo.StoredClaim): boolean =>
    covers(confirms, organisation === null ? {} : { organisations: [organisation.id] })
  if (claims.length < versions.size || !claims.every(isWithin)) throw invalidField('claims', 'reference_unknown')
  return claims.filter((claim) => versions.get(claim.id) === claim.version && tell(claim, context).can.includes(step))
}

type Decision = NonNullable<(typeof decideClaims)['$in']>['body']

/** Faults: 422 for one out of reach, and for sending back without a word. */
export async function decide(
  context: CommandContext,
  { claims: read, outcome, word }: Decision,
): Promise<{ decided: number; left: number }> {
  if (outcome === 'return' && word.length < 3) throw invalidField('word', 'word_missing')
  const claims = await takeUp(context, read, outcome)
  const { account } = context.actor
  const step =
    outcome === 'confirm' ? { state: 'confirmed' as const, account } : { state: 'returned' as const, word, account }
  await move(context, claims, step)
  const accounts = await repo.findAccountsOf(
    context.tx,
    claims.map(({ person }) => person.id),
  )
  await notify(context.tx, accounts, { kind: `documents:claim_${step.state}`, link: '/my/claims' })
  return { decided: claims.length, left: read.length - claims.length }
}

type Certifying = NonNullable<(typeof certifyClaims)['$in']>['body']

/** Faults: 409 where none of them waits any more, and those of issuing. */
export async function certify(context: CommandContext, { claims: read, ...signed }: Certifying): Promise<Batch> {
  const claims = await takeUp(context, read, 'certify')
  if (claims.length === 0) throw new Refusal('conflict', 'claim_decided')
  const papers = claims.map(({ id, person, title, doneOn, place }) => ({
    person: person.id,
    about: { kind: 'activity' as const, title, doneOn, place },
    source: { kind: 'claim', id },
  }))
  const { batch } = await issuePapers(givingOf(context), { ...signed, kind: 'activity', papers })
  await move(context, claims, { state: 'certified', account: context.actor.account })
  const made = batch === null ? undefined : await findBatch(context.tx, batch)
  if (made === undefined) throw new Error('a claim that waits has no certificate')
  context.note({ kind: 'document_batch', id: made.id, details: { kind: made.kind, people: made.total } })
  return made
}

async function move(
  { tx, note }: CommandContext,
  claims: readonly repo.StoredClaim[],
  step: Parameters<typeof repo.stepClaims>[2],
): Promise<void> {
  await repo.stepClaims(
    tx,
    claims.map(({ id }) => id),
    step,
  )
  for (const { id, person } of claims) note({ kind: 'claim', id, details: { state: step.state, person: person.id } })
}

export function tellOwn({ person: _, organisation: __, ...claim }: repo.StoredClaim): MyClaim {
  return { ...claim, can: ownSteps(claim.state) }
}

export function tell(
  claim: repo.StoredClaim,
  { mayAlso, reachAlso }: Pick<RequestContext, 'mayAlso' | 'reachAlso'>,
): Claim {
  const isOwn = reachAlso('claim.own')?.people.includes(claim.person.id) ?? false
  return { ...claim, can: stepsOf(claim.state, { isOwn, mayCertify: mayAlso('document.manage') }) }
}
