import { accessMatrix } from '../../../access-matrix.ts'
import { type Actor, rolesWith } from '../../../platform/access/access.ts'
import type { Tx } from '../../../platform/db/db.ts'
import { notify } from '../../../platform/notifications.ts'
import { findRoleHolders } from '../../registry/index.ts'

type Happened = 'computed' | 'approved' | 'published' | 'withdrawn'
type Snapshot = { readonly id: number; readonly date: string }

/** Kinds by which schools hear that there are figures of theirs. */
export const OWN_FIGURES = ['indicators:own_figures_approved', 'indicators:own_figures_published'] as const

export const linkTo = ({ id }: Pick<Snapshot, 'id'>): string => `/snapshots/${id}`

/** Tells the others who freeze figures, and from the approval on those who answer for the figures of an organisation. */
export async function tellOfSnapshot(
  tx: Tx,
  { account }: Pick<Actor, 'account'>,
  snapshot: Snapshot,
  happened: Happened,
): Promise<void> {
  const told = { link: linkTo(snapshot), details: { date: snapshot.date } }
  const district = await findRoleHolders(tx, rolesWith(accessMatrix, 'snapshot.take', 'district'))
  const others = district.filter((id) => id !== account)
  await notify(tx, others, { ...told, kind: `indicators:snapshot_${happened}` })
  if (happened === 'computed') return
  const schools = await findRoleHolders(tx, rolesWith(accessMatrix, 'indicator.people', 'organisation'))
  const only = schools.filter((id) => !district.includes(id))
  await notify(tx, only, { ...told, kind: `indicators:own_figures_${happened}` })
}
