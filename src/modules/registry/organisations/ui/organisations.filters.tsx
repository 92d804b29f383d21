import { MultiSelect } from '@mantine/core'
import type { ReactNode } from 'react'
import { useWords } from '../../../../web/language.tsx'
import { ORGANISATION_TYPES } from '../organisations.contract.ts'
import type { OrganisationsSearch } from './organisations.search.ts'
import { useTypes } from './use-types.ts'
import { organisationWords } from './words.ts'

type Props = { readonly search: OrganisationsSearch; onChange(part: Partial<OrganisationsSearch>): void }

/** What a list of organisations is narrowed by, beside the name. */
export function OrganisationsFilters({ search, onChange }: Props): ReactNode {
  const words = useWords(organisationWords)
  const types = useTypes()
  return (
    <MultiSelect
      label={words.type}
      clearable
      data={ORGANISATION_TYPES.map((value) => ({ value, label: types[value] }))}
      value={search.type ?? []}
      onChange={(chosen) =>
        onChange({ type: chosen.length === 0 ? undefined : (chosen as OrganisationsSearch['type']) })
      }
    />
  )
}
