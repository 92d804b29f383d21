import { Select } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { call } from '../../../../web/api.ts'
import { fullName } from '../../../../web/formats.ts'
import { listPeople } from '../people.contract.ts'

const PAUSE = 250
const MOST = 20

type Props = {
  readonly label: string
  readonly description?: string
  readonly value: string
  readonly error?: string | undefined
  onChange(id: string, name: string): void
}

/** One of the people within reach, found by the beginning of the name. */
export function PersonSelect({ label, description, value, error, onChange }: Props): ReactNode {
  const [typed, setTyped] = useState('')
  const [q] = useDebouncedValue(typed.trim(), PAUSE)
  const people = useQuery({
    queryKey: ['people', 'choice', q],
    queryFn: () => call(listPeople, { query: { ...(q !== '' && { q }), size: MOST } }),
    placeholderData: keepPreviousData,
  })
  return (
    <Select
      label={label}
      description={description}
      searchable
      clearable
      // The server has searched already, in its own way.
      filter={({ options }) => options}
      data={(people.data?.items ?? []).map((person) => ({
        value: String(person.id),
        label: fullName(person),
      }))}
      value={value === '' ? null : value}
      error={error}
      onSearchChange={setTyped}
      onChange={(id, option) => onChange(id ?? '', option?.label ?? '')}
    />
  )
}
