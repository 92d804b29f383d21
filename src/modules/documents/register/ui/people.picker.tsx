import { Pill, Text } from '@mantine/core'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { call } from '../../../../web/api.ts'
import { fullName } from '../../../../web/formats.ts'
import { DataTable } from '../../../../web/kit/data-table.tsx'
import { ProblemNote } from '../../../../web/kit/problem-note.tsx'
import { SearchBox } from '../../../../web/kit/search-box.tsx'
import { useWords } from '../../../../web/language.tsx'
import { listPeople, type PersonLine } from '../../../registry/people/people.contract.ts'
import { registerWords } from './words.ts'

/** Names by id, in the order in which they were chosen. */
export type Chosen = ReadonlyMap<number, string>

const FOUND = 10

type Props = {
  readonly chosen: Chosen
  /** What they are chosen for: «Кому». */
  readonly caption: string
  onChange(chosen: Chosen): void
}

/** People are found by name and marked; those marked stay while one looks for others. */
export function PeoplePicker({ chosen, caption, onChange }: Props): ReactNode {
  const words = useWords(registerWords)
  const [q, setQ] = useState<string>()
  const people = useQuery({
    queryKey: ['people', 'picking', q],
    queryFn: ({ signal }) => call(listPeople, { query: { q, size: FOUND, sort: 'name' } }, { signal }),
    placeholderData: keepPreviousData,
  })
  const choose = (keys: readonly (string | number)[], isChosen: boolean): void => {
    const next = new Map(chosen)
    for (const person of people.data?.items ?? []) {
      if (!keys.includes(person.id)) continue
      if (isChosen) next.set(person.id, fullName(person))
      else next.delete(person.id)
    }
    onChange(next)
  }
  const without = (id: number): void => onChange(new Map([...chosen].filter(([one]) => one !== id)))
  return (
    <>
      <Text role="status" fw={600} size="sm">
        {words.chosen(chosen.size)}
      </Text>
      {chosen.size === 0 ? null : (
        <Pill.Group>
          {[...chosen].map(([id, name]) => (
            <Pill
              key={id}
              withRemoveButton
              removeButtonProps={{ 'aria-label': words.remove(name), tabIndex: 0, 'aria-hidden': false }}
              onRemove={() => without(id)}
            >
              {name}
            </Pill>
          ))}
        </Pill.Group>
      )}
      <SearchBox label={words.find} value={q} onChange={setQ} />
      <Text size="sm" c="dimmed">
        {words.findHint}
      </Text>
      <ProblemNote error={people.error} onRetry={() => people.refetch()} />
      <DataTable
        caption={caption}
        columns={[
          { key: 'name', title: caption, cell: (person: PersonLine) => fullName(person) },
          { key: 'place', title: words.organisation, cell: ({ employment }) => employment?.organisation.name ?? '—' },
        ]}
        rows={people.isError ? [] : people.data?.items}
        keyOf={({ id }) => id}
        chosen={{
          keys: new Set<string | number>(chosen.keys()),
          choose,
          nameOf: (person: PersonLine) => fullName(person),
        }}
        empty={people.isError ? null : <Text size="sm">{words.nobody}</Text>}
      />
    </>
  )
}
