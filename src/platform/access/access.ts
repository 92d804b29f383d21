import { Refusal } from '../errors.ts'

/**
 * How far a permission reaches for a role: oneself, the organisations of the grant, the district, every district of the
 * region. The matrix (src/access-matrix.ts) is permission × role → reach.
 */
export type ReachName = 'self' | 'organisation' | 'district' | 'region'

export type AccessMatrix = Readonly<Record<string, Readonly<Partial<Record<string, ReachName>>>>>

/** A role over a subtree or oneself, in force now. */
export type Grant = {
  readonly role: string
  readonly region: number | null
  readonly tenant: number | null
  readonly organisation: number | null
  readonly person: number | null
}

/** Who asks: an account with its grants in the chosen district, the operator of the machine, or nobody known. */
export type Actor = {
  readonly kind: 'account' | 'operator' | 'anonymous'
  readonly account: number | null
  readonly tenant: number | null
  readonly grants: readonly Grant[]
  /** Nothing but these permissions, whatever the grants give: an API token made for a purpose, or somebody else's eyes. */
  readonly only?: readonly string[]
  /** A second factor has to be set up before anything else is reached. */
  readonly unready?: true
  /** The account of who looks as this one. */
  readonly looker?: number
  /** Who looks as this one may also change. */
  readonly lookerChanges?: true
}

/** What an actor reaches with one permission inside the chosen district. */
export type Reach = {
  readonly district: boolean
  readonly organisations: readonly number[]
  readonly people: readonly number[]
}

/** Where a stored object belongs; the permission must reach one of these places. */
export type Scope = 'district' | { readonly organisations?: readonly number[]; readonly people?: readonly number[] }

const NOTHING: Reach = { district: false, organisations: [], people: [] }
const EVERYTHING: Reach = { district: true, organisations: [], people: [] }

/** The union of what all grants of the actor reach with the permission. Nothing when no role has it. */
export function reachOf(matrix: AccessMatrix, actor: Actor, permission: string): Reach | undefined {
  if (actor.kind === 'operator') return EVERYTHING
  const roles = matrix[permission]
  if (roles === undefined) throw new Error(`no such permission: ${permission}`)
  if (actor.only !== undefined && !actor.only.includes(permission)) return undefined
  let reach: Reach | undefined
  for (const grant of actor.grants) {
    const name = roles[grant.role]
    if (name === undefined) continue
    const more = widen(name, grant)
    reach = reach === undefined ? more : unite(reach, more)
  }
  return reach
}

function unite(one: Reach, other: Reach): Reach {
  return {
    district: one.district || other.district,
    organisations: [...new Set([...one.organisations, ...other.organisations])],
    people: [...new Set([...one.people, ...other.people])],
  }
}

function widen(name: ReachName, grant: Grant): Reach {
  switch (name) {
    case 'region':
    case 'district':
      return EVERYTHING
    case 'organisation':
      return grant.organisation === null ? NOTHING : { ...NOTHING, organisations: [grant.organisation] }
    case 'self':
      return grant.person === null ? NOTHING : { ...NOTHING, people: [grant.person] }
  }
}

/** True when the reach covers at least one place the object belongs to. */
export function covers(reach: Reach, scope: Scope): boolean {
  if (reach.district) return true
  if (scope === 'district') return false
  return (
    (scope.organisations?.some((id) => reach.organisations.includes(id)) ?? false) ||
    (scope.people?.some((id) => reach.people.includes(id)) ?? false)
  )
}

/** The reach of a permission, or the refusal: 401 when nobody is signed in, 403 when no role has it. */
export function requireReach(matrix: AccessMatrix, actor: Actor, permission: string): Reach {
  if (actor.kind === 'anonymous') throw new Refusal('unauthenticated', 'sign_in_required')
  const reach = reachOf(matrix, actor, permission)
  if (reach === undefined) throw new Refusal('forbidden', 'not_permitted')
  return reach
}

/** Roles that hold a permission just so far. */
export const rolesWith = (matrix: AccessMatrix, permission: string, reach: ReachName): string[] =>
  Object.entries(matrix[permission] ?? {}).flatMap(([role, name]) => (name === reach ? [role] : []))
