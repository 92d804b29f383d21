import { ROLE_ANCHOR, ROLES, type Role } from '../../../access-matrix.ts'
import { type AccessMatrix, reachOf } from '../../../platform/access/access.ts'
import type { FieldFault } from '../../../platform/errors.ts'
import type { Account } from './accounts.contract.ts'

type Anchors = { readonly organisationId: number | null; readonly personId: number | null }

/**
 * What a grant of the role lacks. A role over an organisation needs one; a role over oneself may come before its person
 * is known (it reaches nothing until then); a role over the district may name employer and person, and then ends with
 * that employment.
 */
export function anchorFault(role: Role, { organisationId }: Anchors): FieldFault | undefined {
  if (ROLE_ANCHOR[role] !== 'organisation' || organisationId !== null) return undefined
  return { in: 'body', path: 'organisationId', code: 'required' }
}

/** Roles that hold a permission over the whole district. */
export function rolesOverDistrict(matrix: AccessMatrix, permission: string): readonly Role[] {
  return ROLES.filter((role) => {
    const grant = { role, region: null, tenant: null, organisation: null, person: null }
    return reachOf(matrix, { kind: 'account', account: null, tenant: null, grants: [grant] }, permission)?.district
  })
}

/** What an administrator of the district may do with an account. */
export function canDo(account: { disabled: boolean; elsewhere: boolean; secondFactor: boolean }): Account['can'] {
  if (account.elsewhere) return account.disabled ? ['grant'] : ['grant', 'look']
  if (account.disabled) return ['grant', 'change', 'enable']
  const usual = ['grant', 'change', 'link', 'slip', 'look', 'disable'] as const
  return account.secondFactor ? [...usual, 'resetSecondFactor'] : [...usual]
}
