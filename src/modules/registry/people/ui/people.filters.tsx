import { Button, MultiSelect, Select, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { call } from '../../../../web/api.ts'
import { today } from '../../../../web/formats.ts'
import { Filters } from '../../../../web/kit/filters.tsx'
import { SearchBox } from '../../../../web/kit/search-box.tsx'
import { useWords } from '../../../../web/language.tsx'
import { listPositions } from '../../classifiers/positions.contract.ts'
import { listOrganisations } from '../../organisations/organisations.contract.ts'
import type { PeopleSearch } from './people.search.ts'
import { peopleWords } from './words.ts'

const ALL = 200
const LONG = 300_000

type Props = { readonly search: PeopleSearch; onChange(part: Partial<PeopleSearch>): void }

export function PeopleFilters({ search, onChange }: Props): ReactNode {
  const words = useWords(peopleWords)
  const organisations = useQuery({
    queryKey: ['organisations', 'choice'],
    queryFn: () => call(listOrganisations, { query: { size: ALL, sort: 'name' } }),
    staleTime: LONG,
  })
  const positions = useQuery({
    queryKey: ['positions', 'choice'],
    queryFn: () => call(listPositions, { query: { size: ALL, sort: '-employments' } }),
    staleTime: LONG,
  })
  return (
    <Filters search={<SearchBox label={words.search} value={search.q} onChange={(q) => onChange({ q })} />}>
      <MultiSelect
        label={words.organisation}
        searchable
        clearable
        data={(organisations.data?.items ?? []).map(({ id, name }) => ({ value: String(id), label: name }))}
        value={(search.organisation ?? []).map(String)}
        onChange={(chosen) => onChange({ organisation: someOf(chosen) })}
      />
      <MultiSelect
        label={words.position}
        searchable
        clearable
        data={(positions.data?.items ?? []).map(({ id, name }) => ({ value: String(id), label: name }))}
        value={(search.position ?? []).map(String)}
        onChange={(chosen) => onChange({ position: someOf(chosen) })}
      />
      <Select
        label={words.pedagogue}
        placeholder={words.any}
        clearable
        data={(['yes', 'no', 'unknown'] as const).map((value) => ({ value, label: words[value] }))}
        value={search.pedagogue ?? null}
        onChange={(pedagogue) => onChange({ pedagogue: (pedagogue as PeopleSearch['pedagogue']) ?? undefined })}
      />
      <Select
        label={words.employed}
        allowDeselect={false}
        data={[
          { value: 'yes', label: words.works },
          { value: 'no', label: words.worksNot },
        ]}
        value={search.employed ?? 'yes'}
        onChange={(employed) => onChange({ employed: employed === 'no' ? 'no' : undefined })}
      />
      <TextInput
        type="date"
        label={words.activeOn}
        value={search.activeOn ?? today()}
        onChange={(event) => {
          const day = event.currentTarget.value
          onChange({ activeOn: day === '' || day === today() ? undefined : day })
        }}
      />
      <Button variant="subtle" onClick={() => onChange(NONE)} className="rost-reset">
        {words.reset}
      </Button>
    </Filters>
  )
}

const NONE: Partial<PeopleSearch> = {
  q: undefined,
  organisation: undefined,
  position: undefined,
  pedagogue: undefined,
  employed: undefined,
  activeOn: undefined,
}

const someOf = (chosen: string[]): number[] | undefined => (chosen.length === 0 ? undefined : chosen.map(Number))
