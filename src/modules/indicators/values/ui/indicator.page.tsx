import { Button, Loader, SegmentedControl, Text } from '@mantine/core'
import { useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { type ReactNode, useState } from 'react'
import { sayCount, sayDay, today } from '../../../../web/formats.ts'
import { DataTable } from '../../../../web/kit/data-table.tsx'
import { ButtonLink } from '../../../../web/kit/links.tsx'
import { EmptyNote, Page, Section } from '../../../../web/kit/page.tsx'
import { ProblemNote } from '../../../../web/kit/problem-note.tsx'
import { useLanguage, useWords } from '../../../../web/language.tsx'
import { useMay } from '../../../../web/me.tsx'
import { BandCard } from '../../bands/ui/band.card.tsx'
import type { DefinitionView, IndicatorCard } from '../../definitions/definitions.contract.ts'
import { EditionsCard } from '../../definitions/ui/editions.card.tsx'
import { PassportCard } from '../../definitions/ui/passport.card.tsx'
import { RetireForm } from '../../definitions/ui/retire.form.tsx'
import { useCard } from '../../definitions/ui/use-card.ts'
import { definitionWords } from '../../definitions/ui/words.ts'
import { FigureTable } from './figure-table.tsx'
import { figureOf, isShare, type Row, sayFigure } from './figures.ts'
import { MembersDrawer } from './members.drawer.tsx'
import { useFigures } from './use-figures.ts'
import { indicatorWords } from './words.ts'

/** One indicator: its definition in words as the headline formula, its value, and its slices down to the people. */
export function IndicatorPage(): ReactNode {
  const { code } = useParams({ from: '/indicators/$code' })
  const words = useWords(indicatorWords)
  const defined = useWords(definitionWords)
  const { language } = useLanguage()
  const [retiring, retire] = useState(false)
  const search = useSearch({ from: '/indicators/$code' })
  const navigate = useNavigate({ from: '/indicators/$code' })
  const card = useCard(code)
  const definition = inForce(card.data?.items ?? [], search.date ?? today())
  const slices = definition?.body.slices ?? []
  const figures = useFigures({ date: search.date, code: [code], by: slices }, definition !== undefined)
  const row = figures.data?.indicators[0]
  const date = figures.data?.date
  const change = (part: Partial<typeof search>): void =>
    void navigate({ search: (kept) => ({ ...kept, ...part }), replace: true })
  if (card.isError) return <ProblemNote error={card.error} onRetry={() => card.refetch()} />
  if (card.isPending) return <Loader aria-label={words.title} />
  if (definition === undefined) return <EmptyNote title={words.noData} />
  return (
    <Page
      title={`${code} · ${definition.title}`}
      about={date === undefined ? '\u00a0' : words.asOf(sayDay(date, language))}
      actions={<IndicatorActions card={card.data} onRetire={() => retire(true)} />}
    >
      {retiring ? <RetireForm card={card.data} onDone={() => retire(false)} /> : null}
      <Text size="lg">{`${definition.sentence.charAt(0).toUpperCase()}${definition.sentence.slice(1)}.`}</Text>
      <Text size="sm" c="dimmed">
        {words.edition(definition.version, sayDay(definition.validFrom, language))}
        {definition.orderReference === null ? '' : ` · ${definition.orderReference}`}
      </Text>
      <ProblemNote error={figures.error} onRetry={() => figures.refetch()} />
      {figures.data !== undefined && row === undefined ? (
        <EmptyNote title={defined.retiredNote}>{defined.retiredNoteDetail}</EmptyNote>
      ) : (
        <FigureTable rows={row === undefined ? undefined : [row]} onAsk={() => change({ who: code })} />
      )}
      {row === undefined ? null : <BandCard code={code} isShare={isShare(figureOf(row))} />}
      {row === undefined || slices.length === 0 ? null : (
        <Slices row={row} names={slices} onAsk={(slice, key) => change({ who: code, slice, key })} />
      )}
      <PassportCard card={card.data} definition={definition} />
      <EditionsCard editions={card.data.items} />
      {search.who !== undefined && date !== undefined ? (
        <MembersDrawer asked={search} title={definition.title} date={date} onChange={change} />
      ) : null}
    </Page>
  )
}

/** The version that counts on the day; of an indicator that is not counted on it, the newest begun by then. */
const inForce = (editions: readonly DefinitionView[], day: string): DefinitionView | undefined =>
  editions.find(({ validFrom }) => validFrom <= day) ?? editions.at(-1)

type ActionsProps = { readonly card: IndicatorCard; onRetire(): void }

function IndicatorActions({ card: { code, items }, onRetire }: ActionsProps): ReactNode {
  const words = useWords(definitionWords)
  if (!useMay('indicator.define')) return null
  return (
    <>
      <ButtonLink to="/indicators/$code/edition" params={{ code }} variant="default" size="sm">
        {words.newEdition}
      </ButtonLink>
      <ButtonLink to="/definitions/new" search={{ from: code }} variant="default" size="sm">
        {words.copy}
      </ButtonLink>
      {items[0]?.validUntil === null ? (
        <Button variant="default" size="sm" onClick={onRetire}>
          {words.retire}
        </Button>
      ) : null}
    </>
  )
}

type SlicesProps = { readonly row: Row; readonly names: readonly string[]; onAsk(slice: string, key: string): void }

function Slices({ row, names, onAsk }: SlicesProps): ReactNode {
  const words = useWords(indicatorWords)
  const { language } = useLanguage()
  const [chosen, choose] = useState(names[0] ?? '')
  const name = names.includes(chosen) ? chosen : (names[0] ?? '')
  const sayName = (slice: string): string => (words.slices as Readonly<Record<string, string>>)[slice] ?? slice
  return (
    <Section title={words.bySlice}>
      <SegmentedControl
        size="xs"
        mb="sm"
        aria-label={words.slice}
        value={name}
        onChange={choose}
        data={names.map((value) => ({ value, label: sayName(value) }))}
      />
      <DataTable
        caption={sayName(name)}
        columns={[
          {
            key: 'label',
            title: sayName(name),
            cell: ({ key, label }) => (
              <button type="button" className="rost-sort" onClick={() => onAsk(name, key)}>
                {label}
              </button>
            ),
          },
          {
            key: 'value',
            title: words.value,
            number: true,
            cell: (cell) => sayFigure(figureOf(cell), language, words.noData),
          },
          {
            key: 'counts',
            title: words.counts,
            number: true,
            cell: (cell) => {
              const { numerator, denominator } = figureOf(cell)
              return numerator === undefined || denominator === undefined
                ? ''
                : words.outOf(sayCount(numerator, language), sayCount(denominator, language))
            },
          },
        ]}
        rows={row.slices?.[name]}
        keyOf={({ key }) => key}
        empty={<EmptyNote title={words.noData} />}
      />
    </Section>
  )
}
