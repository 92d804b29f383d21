import { Select } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { call } from '../../../../web/api.ts'
import { listOrganisations } from '../organisations.contract.ts'

const ALL = 200
const LONG = 300_000

type Props = {
  readonly label: string
  readonly value: string
  readonly required?: boolean
  readonly disabled?: boolean
  readonly error?: string | undefined
  onChange(id: string): void
}

/** One organisation of the district. */
export function OrganisationSelect({ label, value, required, disabled, error, onChange }: Props): ReactNode {
  const organisations = useQuery({
    queryKey: ['organisations', 'choice'],
    queryFn: () => call(listOrganisations, { query: { size: ALL, sort: 'name' } }),
    staleTime: LONG,
  })
  return (
    <Select
      label={label}
      required={required ?? false}
      disabled={disabled ?? false}
      searchable
      clearable={required !== true}
      data={(organisations.data?.items ?? []).map(({ id, name }) => ({ value: String(id), label: name }))}
      value={value === '' ? null : value}
      error={error}
      onChange={(id) => onChange(id ?? '')}
    />
  )
}
