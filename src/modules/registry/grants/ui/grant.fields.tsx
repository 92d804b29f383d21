import { Select } from '@mantine/core'
import type { ReactNode } from 'react'
import { ROLE_ANCHOR, ROLES, type Role } from '../../../../access-matrix.ts'
import { useWords } from '../../../../web/language.tsx'
import { usePlaces } from '../../people/ui/use-places.ts'
import type { NewGrant } from '../accounts.contract.ts'
import { accountWords } from './words.ts'

/** A role as it stands in the fields. */
export type GrantTyped = { readonly role: NewGrant['role']; readonly organisation: string | null }
export const NEW_GRANT: GrantTyped = { role: 'teacher', organisation: null }

export const isGiven = (role: Role): boolean => ROLE_ANCHOR[role] !== 'region'

type Props = {
  readonly typed: GrantTyped
  /** Where the fields stand in what is sent. */
  readonly path?: string
  onChange(part: Partial<GrantTyped>): void
  fault(path: string): string | undefined
}

/** Which role, and at which organisation where it is one of an organisation. */
export function GrantFields({ typed, path = '', onChange, fault }: Props): ReactNode {
  const words = useWords(accountWords)
  const { organisations } = usePlaces()
  const overDistrict = ROLE_ANCHOR[typed.role] === 'district'
  return (
    <>
      <Select
        label={words.role}
        required
        allowDeselect={false}
        data={ROLES.filter(isGiven).map((value) => ({ value, label: words.roleNames[value] }))}
        value={typed.role}
        error={fault(`${path}role`)}
        onChange={(role) => role !== null && onChange({ role: role as GrantTyped['role'] })}
      />
      {overDistrict ? null : (
        <Select
          label={words.organisation}
          required={ROLE_ANCHOR[typed.role] === 'organisation'}
          searchable
          clearable
          data={organisations}
          value={typed.organisation}
          error={fault(`${path}organisationId`)}
          onChange={(organisation) => onChange({ organisation })}
        />
      )}
    </>
  )
}

/** As it is sent; a role over the district names no organisation. */
export function grantOf({ role, organisation }: GrantTyped): { role: NewGrant['role']; organisationId: number | null } {
  const isHere = organisation !== null && ROLE_ANCHOR[role] !== 'district'
  return { role, organisationId: isHere ? Number(organisation) : null }
}
