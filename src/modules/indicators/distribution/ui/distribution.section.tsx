import { Button, Group, SegmentedControl, Select, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { call } from '../../../../web/api.ts'
import { sayCount, sayShare } from '../../../../web/formats.ts'
import { DataTable } from '../../../../web/kit/data-table.tsx'
import { Section } from '../../../../web/kit/page.tsx'
import { useLanguage, useWords } from '../../../../web/language.tsx'
import { useMay, useMe } from '../../../../web/me.tsx'
import { listOrganisations } from '../../../registry/organisations/organisations.contract.ts'
import '../../ui/figures.css'
import type { Row } from '../../values/ui/figures.ts'
import { type Known, likeOf, middleOf, type Place, placesOf } from './places.ts'
import { Spread } from './spread.tsx'
import { distributionWords } from './words.ts'

/** Fewer would be a list, not a distribution. */
const FEWEST = 5

/** How the share of an indicator spreads over organisations: one's own or a chosen one among like ones. Never a ranking. */
export function DistributionSection({ row, onAsk }: { readonly row: Row; onAsk(key: string): void }): ReactNode {
  const words = useWords(distributionWords)
  const { language } = useLanguage()
  const mine = useMe().grants.flatMap(({ organisation }) => organisation?.code ?? [])
  const [chosen, choose] = useState<string | null>()
  const [view, setView] = useState('dots')
  const known = useOrganisations()
  const { drawn, small } = placesOf(row)
  if (drawn.length < FEWEST) return null
  const key =
    chosen === undefined ? mine.find((code) => drawn.some((place) => place.key === code)) : (chosen ?? undefined)
  const own = drawn.find((place) => place.key === key)
  const like = own === undefined ? new Set<string>() : likeOf(own, drawn, known)
  const say = ({ numerator, denominator }: Place): string => sayShare(numerator, denominator, language)
  return (
    <Section title={words.title}>
      <Text size="sm" c="dimmed" mb="xs">
        {words.notRanking}
      </Text>
      <Group align="end" gap="sm" mb="sm" className="rost-no-print">
        <Select
          searchable
          clearable
          label={words.highlight}
          placeholder={words.nobody}
          value={own?.key ?? null}
          onChange={(value) => choose(value)}
          data={byName(drawn).map((place) => ({ value: place.key, label: place.label }))}
        />
        <SegmentedControl
          size="xs"
          aria-label={words.view}
          value={view}
          onChange={setView}
          data={[
            { value: 'dots', label: words.dots },
            { value: 'table', label: words.table },
          ]}
        />
      </Group>
      {view === 'dots' ? (
        <Spread places={drawn} own={own?.key} like={like} onChoose={choose} />
      ) : (
        <SpreadTable places={drawn} own={own?.key} like={like} onAsk={onAsk} />
      )}
      {own === undefined || like.size === 0 ? null : (
        <>
          <Text>
            {words.compared(
              own.label,
              say(own),
              ...edges(drawn.filter((place) => like.has(place.key)).map(say)),
              `${sayCount(Math.round(middleOf(drawn)), language)}\u00a0%`,
            )}
          </Text>
          <Text size="xs" c="dimmed">
            {words.likeness}
          </Text>
        </>
      )}
      {small === 0 ? null : (
        <Text size="xs" c="dimmed">
          {words.small(small)}
        </Text>
      )}
    </Section>
  )
}

const edges = (texts: readonly string[]): [string, string] => [texts[0] ?? '', texts.at(-1) ?? '']

/** By name: an order by value would be the ranking this is not. */
const byName = (places: readonly Place[]): Place[] =>
  places.toSorted((a, b) => a.label.localeCompare(b.label, 'ru', { numeric: true }))

type TableProps = {
  readonly places: readonly Place[]
  readonly own: string | undefined
  readonly like: ReadonlySet<string>
  onAsk(key: string): void
}

function SpreadTable({ places, own, like, onAsk }: TableProps): ReactNode {
  const words = useWords(distributionWords)
  const { language } = useLanguage()
  const mayNames = useMay('indicator.people')
  return (
    <DataTable
      caption={words.title}
      columns={[
        { key: 'label', title: words.organisation, cell: ({ label }) => label },
        {
          key: 'value',
          title: words.value,
          number: true,
          cell: ({ numerator, denominator }) => sayShare(numerator, denominator, language),
        },
        {
          key: 'counts',
          title: words.counts,
          number: true,
          cell: ({ numerator, denominator }) =>
            words.outOf(sayCount(numerator, language), sayCount(denominator, language)),
        },
        {
          key: 'mark',
          title: words.mark,
          cell: ({ key }) => (key === own ? words.own : like.has(key) ? words.like : ''),
        },
        ...(mayNames
          ? [
              {
                key: 'who',
                title: '',
                cell: ({ key, label }: Place) => (
                  <Button
                    size="compact-sm"
                    variant="default"
                    aria-label={`${label}: ${words.who}`}
                    onClick={() => onAsk(key)}
                  >
                    {words.who}
                  </Button>
                ),
              },
            ]
          : []),
      ]}
      rows={byName(places)}
      keyOf={({ key }) => key}
    />
  )
}

/** Type and size of the organisations one reaches, by code; at most as many as a page of the list holds. */
function useOrganisations(): ReadonlyMap<string, Known> {
  const may = useMay('organisation.read')
  const organisations = useQuery({
    queryKey: ['organisations', 'all'],
    queryFn: ({ signal }) => call(listOrganisations, { query: { size: 200, sort: 'code' } }, { signal }),
    staleTime: 300_000,
    enabled: may,
  })
  return new Map((organisations.data?.items ?? []).map((one) => [one.code, one]))
}
