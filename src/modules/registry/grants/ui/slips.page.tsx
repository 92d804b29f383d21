import { Button, Checkbox, MultiSelect, Select, Text } from '@mantine/core'
import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import type { Contract } from '../../../../platform/contract.ts'
import { call } from '../../../../web/api.ts'
import { sayCount } from '../../../../web/formats.ts'
import { DataTable } from '../../../../web/kit/data-table.tsx'
import { EmptyNote, Page, Section } from '../../../../web/kit/page.tsx'
import { Pager } from '../../../../web/kit/pager.tsx'
import { ProblemNote } from '../../../../web/kit/problem-note.tsx'
import { SearchBox } from '../../../../web/kit/search-box.tsx'
import { useLanguage, useWords } from '../../../../web/language.tsx'
import { usePlaces } from '../../people/ui/use-places.ts'
import { listSlipPeople, makeSlips, SLIP_ROLES, SLIPS_MOST, type SlipPerson } from '../slips.contract.ts'
import { SlipsMade } from './slips-made.tsx'
import { accountWords } from './words.ts'

const SIZE = 50

type OutputOf<C> = C extends Contract<unknown, infer Out> ? Out : never
type Wanted = {
  readonly organisations: readonly string[]
  readonly who: 'pedagogues' | 'all'
  readonly role: (typeof SLIP_ROLES)[number]
  readonly renew: boolean
  readonly q: string | undefined
}

const START: Wanted = { organisations: [], who: 'pedagogues', role: 'teacher', renew: false, q: undefined }

/** Accounts for whole schools: choose organisations and people, look at who has none, print. */
export function SlipsPage(): ReactNode {
  const words = useWords(accountWords)
  const client = useQueryClient()
  const [wanted, setWanted] = useState<Wanted>(START)
  const [chosen, setChosen] = useState<ReadonlySet<string | number>>(new Set())
  const [page, setPage] = useState(1)
  const organisation = wanted.organisations.map(Number)
  const filters = { who: wanted.who, q: wanted.q, ...(organisation.length > 0 && { organisation }) }
  const people = useQuery({
    queryKey: ['slip-people', filters, page],
    queryFn: ({ signal }) => call(listSlipPeople, { query: { ...filters, page, size: SIZE } }, { signal }),
    placeholderData: keepPreviousData,
  })
  const make = useMutation({
    mutationFn: () =>
      call(makeSlips, {
        body: {
          ...{ who: wanted.who, role: wanted.role, renew: wanted.renew },
          organisationIds: organisation.length > 0 ? organisation : null,
          personIds: chosen.size > 0 ? [...chosen].map(Number) : null,
        },
      }),
    onSuccess: async () => {
      setChosen(new Set())
      await Promise.all([['slip-people'], ['accounts']].map((queryKey) => client.invalidateQueries({ queryKey })))
    },
  })
  const change = (part: Partial<Wanted>): void => {
    setWanted({ ...wanted, ...part })
    setPage(1)
    if ('organisations' in part || 'who' in part) setChosen(new Set())
  }
  if (make.data !== undefined) {
    return (
      <Page title={words.slips}>
        <Made
          made={make.data}
          onAgain={() => {
            make.reset()
            change({ organisations: [] })
          }}
        />
      </Page>
    )
  }
  const counts = people.data?.counts
  // A search narrows the list one chooses from, not who gets a slip.
  const expected = chosen.size > 0 ? chosen.size : (counts?.none ?? 0) + (wanted.renew ? (counts?.waiting ?? 0) : 0)
  const isVague = wanted.q !== undefined && chosen.size === 0
  return (
    <Page title={words.slips} about={words.slipsAbout}>
      <Choice wanted={wanted} onChange={change} />
      {counts === undefined ? null : (
        <>
          <Says counts={counts} chosen={chosen.size} />
          {counts.waiting === 0 ? null : (
            <Checkbox
              label={words.renew(counts.waiting)}
              checked={wanted.renew}
              onChange={(event) => change({ renew: event.currentTarget.checked })}
            />
          )}
        </>
      )}
      <ProblemNote error={make.error ?? people.error} />
      {expected > SLIPS_MOST ? <Text size="sm">{words.tooMany(SLIPS_MOST)}</Text> : null}
      <Button
        disabled={expected === 0 || expected > SLIPS_MOST || isVague}
        loading={make.isPending}
        onClick={() => make.mutate()}
        className="rost-reset"
      >
        {expected === 0 ? words.makeNone : words.make(expected)}
      </Button>
      <Section
        title={words.people}
        actions={
          chosen.size === 0 ? null : (
            <Button size="xs" variant="subtle" onClick={() => setChosen(new Set())}>
              {words.unchoose}
            </Button>
          )
        }
      >
        <SearchBox label={words.person} value={wanted.q} onChange={(q) => change({ q })} />
        <DataTable
          caption={words.people}
          columns={[
            { key: 'person', title: words.person, cell: ({ name }) => name },
            { key: 'organisation', title: words.organisation, cell: ({ organisation: place }) => place.name },
            { key: 'position', title: words.position, cell: ({ position }) => position },
            { key: 'state', title: words.personState, cell: ({ state }) => words.personStates[state] },
            { key: 'by', title: words.signsInBy, cell: ({ account }) => account?.signsInBy ?? '—' },
          ]}
          rows={people.isError ? [] : people.data?.items}
          keyOf={({ personId }) => personId}
          chosen={{
            keys: chosen,
            choose: (keys, isChosen) =>
              setChosen(isChosen ? chosen.union(new Set(keys)) : chosen.difference(new Set(keys))),
            nameOf: (person: SlipPerson) => person.name,
          }}
          empty={<EmptyNote title={words.nothing} />}
        />
        <Pager page={page} size={SIZE} total={people.data?.total} onPage={setPage} />
      </Section>
    </Page>
  )
}

function Choice({ wanted, onChange }: { wanted: Wanted; onChange(part: Partial<Wanted>): void }): ReactNode {
  const words = useWords(accountWords)
  const { organisations } = usePlaces()
  return (
    <div className="rost-filters">
      <MultiSelect
        label={words.organisations}
        placeholder={wanted.organisations.length === 0 ? words.allOrganisations : ''}
        searchable
        clearable
        maxValues={100}
        data={organisations}
        value={[...wanted.organisations]}
        onChange={(chosen) => onChange({ organisations: chosen })}
      />
      <Select
        label={words.who}
        allowDeselect={false}
        data={[
          { value: 'pedagogues', label: words.pedagogues },
          { value: 'all', label: words.everybody },
        ]}
        value={wanted.who}
        onChange={(who) => onChange({ who: who === 'all' ? 'all' : 'pedagogues' })}
      />
      <Select
        label={words.role}
        allowDeselect={false}
        data={SLIP_ROLES.map((value) => ({ value, label: words.roleNames[value] }))}
        value={wanted.role}
        onChange={(chosen) => onChange({ role: SLIP_ROLES.find((role) => role === chosen) ?? 'teacher' })}
      />
    </div>
  )
}

type Counts = { readonly none: number; readonly waiting: number; readonly has: number }

function Says({ counts, chosen }: { counts: Counts; chosen: number }): ReactNode {
  const words = useWords(accountWords)
  const { language } = useLanguage()
  const say = (count: number): string => sayCount(count, language)
  return (
    <Text role="status" size="sm">
      {words.counts(say(counts.none), say(counts.waiting), say(counts.has))}{' '}
      {chosen === 0 ? null : words.chosen(chosen)}
    </Text>
  )
}

function Made({ made, onAgain }: { made: OutputOf<typeof makeSlips>; onAgain(): void }): ReactNode {
  const words = useWords(accountWords)
  return (
    <SlipsMade
      slips={made.slips}
      actions={
        <Button variant="default" onClick={onAgain}>
          {words.again}
        </Button>
      }
    >
      {made.skipped === 0 ? null : <Text size="sm">{words.skipped(made.skipped)}</Text>}
      {made.joined === 0 ? null : <Text size="sm">{words.joined(made.joined)}</Text>}
    </SlipsMade>
  )
}
