import { Button, MultiSelect, Select, TextInput } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import { today } from '../../../../web/formats.ts'
import { useWords } from '../../../../web/language.tsx'
import { MISSING } from '../../organisations/staff/staff.contract.ts'
import type { PeopleSearch } from './people.search.ts'
import { usePlaces } from './use-places.ts'
import { peopleWords } from './words.ts'

type Props = { readonly search: PeopleSearch; onChange(part: Partial<PeopleSearch>): void }

/** What a list of people is narrowed by, beside the name. */
export function PeopleFilters({ search, onChange }: Props): ReactNode {
  const words = useWords(peopleWords)
  const [opened, setOpened] = useState(false)
  const isNamed = search.organisation !== undefined || search.position !== undefined
  const { organisations, positions } = usePlaces(opened || isNamed)
  const open = (): void => setOpened(true)
  return (
    <>
      <MultiSelect
        label={words.organisation}
        searchable
        clearable
        data={organisations}
        onFocus={open}
        value={(search.organisation ?? []).map(String)}
        onChange={(chosen) => onChange({ organisation: someOf(chosen) })}
      />
      <MultiSelect
        label={words.position}
        searchable
        clearable
        data={positions}
        onFocus={open}
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
      <Select
        label={words.missing}
        placeholder={words.any}
        clearable
        data={MISSING.map((value) => ({ value, label: words.lacks[value] }))}
        value={search.missing ?? null}
        onChange={(missing) => onChange({ missing: (missing as PeopleSearch['missing']) ?? undefined })}
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
    </>
  )
}

const NONE: Partial<PeopleSearch> = {
  q: undefined,
  organisation: undefined,
  position: undefined,
  pedagogue: undefined,
  employed: undefined,
  missing: undefined,
  activeOn: undefined,
}

const someOf = (chosen: string[]): number[] | undefined => (chosen.length === 0 ? undefined : chosen.map(Number))
