import { Select } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { call } from '../../../../web/api.ts'
import { listRooms } from '../rooms.contract.ts'

const ALL = 200
const LONG = 300_000

type Props = {
  readonly label: string
  /** It stands there, and stays though it may be offered no more. */
  readonly had?: { readonly id: number; readonly name: string; readonly organisation: string } | null
  readonly value: string
  readonly error?: string | undefined
  onChange(id: string): void
}

/** One of the rooms, by organisation. */
export function RoomSelect({ label, had = null, value, error, onChange }: Props): ReactNode {
  const rooms = useQuery({
    queryKey: ['rooms', 'choice'],
    queryFn: () => call(listRooms, { query: { size: ALL, retired: 'no', sort: 'organisation,name' } }),
    staleTime: LONG,
  })
  const offered = (rooms.data?.items ?? []).map(({ id, name, seats, organisation }) => ({
    ...{ id, organisation: organisation.name },
    name: seats === null ? name : `${name} (${seats})`,
  }))
  const all = had === null || offered.some(({ id }) => id === had.id) ? offered : [had, ...offered]
  return (
    <Select
      label={label}
      clearable
      searchable
      data={all.map(({ id, name, organisation }) => ({ value: String(id), label: `${organisation}: ${name}` }))}
      value={value === '' ? null : value}
      error={error}
      onChange={(id) => onChange(id ?? '')}
    />
  )
}
