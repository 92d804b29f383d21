import { useDebouncedValue } from '@mantine/hooks'
import { Spotlight, spotlight } from '@mantine/spotlight'
import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { type ReactNode, useEffect, useState } from 'react'
import { listDefinitions } from '../../modules/indicators/definitions/definitions.contract.ts'
import { listOrganisations } from '../../modules/registry/organisations/organisations.contract.ts'
import { listPeople } from '../../modules/registry/people/people.contract.ts'
import { call } from '../api.ts'
import { fullName, sayShortDay } from '../formats.ts'
import { useLanguage, useWords } from '../language.tsx'
import { useMe } from '../me.tsx'
import { placesFor } from './navigation.ts'
import { usePlaceNames } from './use-place-names.ts'
import { shellWords } from './words.ts'

const SHORTEST = 2
const MOST = 7

type Props = {
  /** How often somebody asked for the box: each time it opens. */
  readonly openings: number
}

/** The box itself, loaded when it is first asked for. */
export function FindBox({ openings }: Props): ReactNode {
  const words = useWords(shellWords)
  const [typed, setTyped] = useState('')
  const [q] = useDebouncedValue(typed.trim(), 200)
  const groups = useFound(q)
  useEffect(() => {
    if (openings > 0) spotlight.open()
  }, [openings])
  return (
    <Spotlight
      query={typed}
      onQueryChange={setTyped}
      actions={groups.found}
      filter={(_, actions) => actions}
      nothingFound={groups.searching ? words.searching : q.length < SHORTEST ? words.searchShort : words.searchNothing}
      shortcut={null}
      scrollable
      maxHeight={420}
      transitionProps={{ duration: 0 }}
      searchProps={{
        placeholder: words.searchLabel,
        'aria-label': words.searchLabel,
        // Enter takes the best match where none was chosen by the arrows.
        onKeyDown: (event) => {
          if (event.key !== 'Enter' || document.querySelector('.mantine-Spotlight-action[data-selected]')) return
          const [best] = groups.found.flatMap(({ actions }) => actions)
          if (best === undefined) return
          spotlight.close()
          best.onClick()
        },
      }}
    />
  )
}

type Found = {
  group: string
  actions: { id: string; label: string; description?: string; onClick: () => void }[]
}

function useFound(q: string): { found: Found[]; searching: boolean } {
  const words = useWords(shellWords)
  const names = usePlaceNames()
  const { language } = useLanguage()
  const { permissions } = useMe()
  const go = useNavigate()
  const asked = q.length >= SHORTEST
  const people = useQuery({
    queryKey: ['find', 'people', q],
    queryFn: ({ signal }) => call(listPeople, { query: { q, size: MOST } }, { signal }),
    enabled: asked && permissions.includes('person.read'),
  })
  const organisations = useQuery({
    queryKey: ['find', 'organisations', q],
    queryFn: ({ signal }) => call(listOrganisations, { query: { q, size: MOST } }, { signal }),
    enabled: asked && permissions.includes('organisation.read'),
  })
  const definitions = useQuery({
    queryKey: ['definitions', language],
    queryFn: () => call(listDefinitions, { query: {} }),
    enabled: asked && permissions.includes('indicator.read'),
    staleTime: 300_000,
  })
  const wanted = q.toLowerCase()
  const places = placesFor(permissions)
  const found: Found[] = [
    {
      group: words.people,
      actions: (people.data?.items ?? []).map((person) => ({
        id: `person-${person.id}`,
        label: fullName(person),
        description: [
          sayShortDay(person.birthOn, language),
          person.employment?.position.name,
          person.employment?.organisation.name,
        ]
          .filter(Boolean)
          .join(' · '),
        onClick: () => void go({ to: '/people/$id', params: { id: String(person.id) } }),
      })),
    },
    {
      group: words.organisations,
      actions: (organisations.data?.items ?? []).map((organisation) => ({
        id: `organisation-${organisation.id}`,
        label: organisation.name,
        description: organisation.code,
        onClick: () => void go({ to: '/organisations/$id', params: { id: String(organisation.id) } }),
      })),
    },
    {
      group: words.indicators,
      actions: (definitions.data?.items ?? [])
        .filter(({ code, title, short }) => `${code} ${short} ${title}`.toLowerCase().includes(wanted))
        .slice(0, MOST)
        .map(({ code, title, short }) => ({
          id: `indicator-${code}`,
          label: `${code} · ${short}`,
          ...(title !== short && { description: title }),
          onClick: () => void go({ to: '/indicators/$code', params: { code } }),
        })),
    },
    {
      group: words.actions,
      actions: places
        .filter(({ name }) => names[name].toLowerCase().includes(wanted))
        .map(({ to, name }) => ({ id: `place-${name}`, label: names[name], onClick: () => void go({ to }) })),
    },
  ]
  return {
    found: found.filter(({ actions }) => actions.length > 0),
    searching: people.isFetching || organisations.isFetching,
  }
}
