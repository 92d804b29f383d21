import type { ReadDb } from '../../../platform/db/db.ts'
import { invalidField, Refusal } from '../../../platform/errors.ts'
import type { CommandContext, RequestContext } from '../../../platform/http/route.ts'
import {
  findEditions,
  findModules,
  findProviders,
  findSteps,
  insertStep,
  replaceModules,
  replaceProviders,
} from './parts.repo.ts'
import type { NewProgramme, Programme, ProgrammeChange, ProgrammeState, ProgrammeStep } from './programmes.contract.ts'
import { refuseReferences } from './programmes.references.ts'
import * as repo from './programmes.repo.ts'
import { isOver, LEAST_HOURS, lacksOf, type Part, stepsOf } from './programmes.rules.ts'
import { findReviews } from './reviews.repo.ts'

type Reader = Pick<RequestContext, 'today' | 'language' | 'reachAlso'>

export const seerOf = ({ reachAlso }: Pick<RequestContext, 'reachAlso'>): repo.Seer => ({
  all: reachAlso('programme.manage')?.district === true,
  organisations: reachAlso('programme.request')?.organisations ?? [],
  people: reachAlso('programme.review')?.people ?? [],
})

/** As the reader sees it: opinions, and who did what, are for those who work on it. Faults: 404. */
export async function getProgramme(reader: Reader, db: ReadDb, id: number): Promise<Programme> {
  const seer = seerOf(reader)
  const stored = await repo.findProgramme(db, seer, id)
  if (stored === undefined) throw new Refusal('not_found', 'not_found')
  const { round, renewsId: _, indicator, ...programme } = stored
  const [modules, providers] = [await findModules(db, id), await findProviders(db, id)]
  const [steps, reviews, editions] = [await findSteps(db, id), await findReviews(db, id), await findEditions(db, id)]
  const lacks = programme.state === 'draft' ? lacksOf({ ...programme, modules, providers }) : []
  const asked = reviews.filter((review) => review.round === round)
  const isOwn = ({ person }: (typeof reviews)[number]): boolean => seer.people.includes(person.id)
  const parts: readonly Part[] = [
    ...(seer.all ? (['centre'] as const) : []),
    ...(asked.some(isOwn) ? (['reviewer'] as const) : []),
    ...(reader.reachAlso('event.manage') === undefined ? [] : (['organiser'] as const)),
  ]
  const standing = {
    ...{ state: programme.state, lacks, validUntil: programme.validUntil },
    verdicts: asked.map(({ verdict }) => verdict),
    renewed: editions.some(({ edition, state }) => edition > programme.edition && state !== 'declined'),
  }
  const can = stepsOf(standing, parts, reader.today)
  const worksOn = seer.all || reviews.some(isOwn) || seer.organisations.includes(programme.requestedBy?.id ?? 0)
  return {
    ...programme,
    ...{ modules, providers, lacks, can },
    expired: programme.state === 'registered' && isOver(programme.validUntil, reader.today),
    indicator: indicator && { code: indicator.code, title: indicator[reader.language] },
    editions: editions.filter(({ state }) => seer.all || state === 'registered' || state === 'retired'),
    steps: worksOn ? steps : steps.filter(({ state }) => PUBLIC.has(state)).map((step) => ({ ...step, by: null })),
    reviews: reviews
      .filter((review) => seer.all || isOwn(review))
      .map((review) => {
        const judges = can.includes('judge') && review.verdict === null && review.round === round
        return { ...review, can: judges ? ['judge' as const] : [] }
      }),
  }
}

const PUBLIC: ReadonlySet<string> = new Set(['approved', 'registered', 'retired'])

/** Faults: 422 for what is not there, and for hours below the law's. */
export async function draftProgramme(context: CommandContext, typed: NewProgramme): Promise<number> {
  const { tx } = context
  refuseShort(typed)
  const indicator = await refuseReferences(tx, typed)
  const columns = { ...repo.columnsOf(typed), title: typed.title, kind: typed.kind, form: typed.form }
  const id = await repo.insertProgramme(tx, { ...columns, state: 'draft', indicator_id: indicator ?? null })
  await replaceModules(tx, id, typed.modules)
  await replaceProviders(tx, id, typed.providers)
  await insertStep(tx, id, { state: 'draft', said: typed.reason, account: context.actor.account })
  context.note({ kind: 'programme', id })
  return id
}

export async function changeProgramme(context: CommandContext, id: number, typed: ProgrammeChange): Promise<void> {
  const { tx, note, expectedVersion } = context
  const before = await lockFor(context, id, 'change')
  note({ kind: 'programme', id, details: { fields: Object.keys(typed) } })
  refuseShort({ kind: typed.kind ?? before.kind, hours: typed.hours === undefined ? before.hours : typed.hours })
  const indicator = await refuseReferences(tx, typed, before.topic?.id)
  const set = { ...repo.columnsOf(typed), ...(indicator !== undefined && { indicator_id: indicator }) }
  if (!(await repo.updateProgramme(tx, id, expectedVersion, set))) {
    throw new Refusal('version_conflict', 'version_conflict')
  }
  if (typed.modules !== undefined) await replaceModules(tx, id, typed.modules)
  if (typed.providers !== undefined) await replaceProviders(tx, id, typed.providers)
}

/** The programme, locked, of which this may be done now. Faults: 404, 409. */
export async function lockFor(context: CommandContext, id: number, step: ProgrammeStep): Promise<Programme> {
  await repo.lockProgramme(context.tx, id)
  const programme = await getProgramme(context, context.tx, id)
  if (!programme.can.includes(step)) throw refusalOf(step, programme.state)
  return programme
}

/** At its time something is in the way that can be put right. */
function refusalOf(step: ProgrammeStep, state: ProgrammeState): Refusal {
  if (step === 'review' && state === 'draft') return new Refusal('conflict', 'programme_unready')
  if (step === 'approve' && state === 'review') return new Refusal('conflict', 'programme_unreviewed')
  if (step === 'renew' && state === 'registered') return new Refusal('conflict', 'programme_renewed')
  return new Refusal('conflict', 'programme_state')
}

const TOO_FEW_HOURS = { upskilling: 'hours_below_upskilling', retraining: 'hours_below_retraining' } as const

function refuseShort({ kind, hours }: Pick<NewProgramme, 'kind' | 'hours'>): void {
  const least = LEAST_HOURS[kind]
  if (hours !== null && hours < least) throw invalidField('hours', TOO_FEW_HOURS[kind], { least })
}
