import { covers, type Reach } from '../../../platform/access/access.ts'
import type { ReadDb, Tx } from '../../../platform/db/db.ts'
import { Refusal } from '../../../platform/errors.ts'
import type { Computed } from '../values/compute.ts'
import type { Snapshot } from './snapshots.contract.ts'
import * as repo from './snapshots.repo.ts'

type State = Snapshot['state']

/** Which states of a snapshot somebody sees: all of the district's, whoever reaches the district. */
export const statesSeen = (reach: Reach): readonly State[] =>
  reach.district
    ? ['computed', 'approved', 'published']
    : reach.organisations.length > 0
      ? ['approved', 'published']
      : ['published']

/** What can be done next, by who may freeze figures. */
const NEXT: Readonly<Record<State, Snapshot['can']>> = {
  computed: ['approve', 'remove'],
  approved: ['publish', 'withdraw'],
  published: [],
}

export const tellSnapshot = (stored: repo.StoredSnapshot, mayChange: boolean): Snapshot => ({
  ...stored,
  can: mayChange ? NEXT[stored.state] : [],
})

/** A snapshot in a state this asker sees; otherwise it is not there. */
export async function findSeen(db: ReadDb, reach: Reach, id: number): Promise<repo.StoredSnapshot> {
  const snapshot = await repo.findSnapshot(db, id)
  if (snapshot === undefined || !statesSeen(reach).includes(snapshot.state)) throw new Refusal('not_found', 'not_found')
  return snapshot
}

type Approval = NonNullable<Snapshot['approval']>

export const approvedBy = ({ number, date, signatory }: Approval, account: number | null): repo.Step => ({
  from: ['computed'],
  set: {
    ...{ state: 'approved', document_number: number, document_on: date, signatory },
    ...{ approved_at: new Date(), approved_by: account },
  },
})

export const publishedBy = (account: number | null): repo.Step => ({
  from: ['approved'],
  set: { state: 'published', published_at: new Date(), published_by: account },
})

export const WITHDRAWN: repo.Step = {
  from: ['approved'],
  set: {
    ...{ state: 'computed', document_number: null, document_on: null, signatory: null },
    ...{ approved_at: null, approved_by: null },
  },
}

/** Takes a step; 409 where the snapshot is in another state by now, 412 where somebody changed it. */
export async function take(tx: Tx, id: number, version: number, step: repo.Step): Promise<repo.StoredSnapshot> {
  const done = await repo.stepSnapshot(tx, id, version, step)
  if (done !== undefined) return done
  throw await whyNot(tx, id, version)
}

export async function remove(tx: Tx, id: number, version: number): Promise<void> {
  if (!(await repo.deleteSnapshot(tx, id, version))) throw await whyNot(tx, id, version)
}

async function whyNot(tx: Tx, id: number, version: number): Promise<Refusal> {
  const now = await repo.findSnapshot(tx, id)
  if (now === undefined) return new Refusal('not_found', 'not_found')
  return now.version === version
    ? new Refusal('conflict', 'snapshot_state')
    : new Refusal('version_conflict', 'version_conflict')
}

/** Frozen figures of these organisations alone; of an indicator without such a slice nothing is told. */
export function ofOwn(frozen: readonly Computed[], codes: readonly string[]): Computed[] {
  return frozen.flatMap((one) => {
    const rows = (one.slices.get('organisation') ?? []).filter(({ key }) => codes.includes(key))
    const [first] = rows
    if (first === undefined) return []
    const points = first.points.map((_, at) => sum(rows.flatMap(({ points }) => points[at] ?? [])))
    return [{ ...one, points, slices: new Map([['organisation', rows]]) }]
  })
}

function sum(figures: readonly Computed['points'][number][]): Computed['points'][number] {
  return figures.reduce((all, one) => ({
    numerator: all.numerator + one.numerator,
    denominator: all.denominator === null || one.denominator === null ? null : all.denominator + one.denominator,
  }))
}

/** Of published figures nobody reads those of single organisations but their own: schools are not ranked. */
export function withoutOthers(frozen: readonly Computed[], reach: Reach, codes: readonly string[]): Computed[] {
  if (covers(reach, 'district')) return [...frozen]
  return frozen.map((one) => {
    const slices = new Map(one.slices)
    const rows = slices.get('organisation')
    if (rows !== undefined)
      slices.set(
        'organisation',
        rows.filter(({ key }) => codes.includes(key)),
      )
    return { ...one, slices }
  })
}
