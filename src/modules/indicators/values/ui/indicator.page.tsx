import { Button, Loader, Text } from '@mantine/core'
import { useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { type ReactNode, useState } from 'react'
import { sayDay, today } from '../../../../web/formats.ts'
import { ButtonLink } from '../../../../web/kit/links.tsx'
import { EmptyNote, Page } from '../../../../web/kit/page.tsx'
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
import { DistributionSection } from '../../distribution/ui/distribution.section.tsx'
import { TrendSection } from '../../trend/ui/trend.section.tsx'
import { DatesBar } from './dates-bar.tsx'
import { FigureTable } from './figure-table.tsx'
import { figureOf, isShare } from './figures.ts'
import { MembersDrawer } from './members.drawer.tsx'
import { SlicesSection } from './slices.section.tsx'
import { SurenessSection } from './sureness.section.tsx'
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
  const before = useFigures(
    { date: search.before, code: [code], by: slices },
    definition !== undefined && search.before !== undefined,
  )
  const then = before.isPlaceholderData ? undefined : before.data?.indicators[0]
  const compared = search.before === undefined || then === undefined ? undefined : { date: search.before, row: then }
  const row = figures.data?.indicators[0]
  const date = figures.data?.date
  const change = (part: Partial<typeof search>): void =>
    void navigate({ search: (kept) => ({ ...kept, ...part }), replace: true })
  if (card.isError) return <ProblemNote error={card.error} onRetry={() => card.refetch()} />
  if (card.isPending) return <Loader aria-label={words.title} />
  if (definition === undefined) return <EmptyNote title={words.noData} />
  return (
    <Page
      title={`${code} · ${definition.short}`}
      about={definition.short === definition.title ? undefined : definition.title}
      actions={<IndicatorActions card={card.data} onRetire={() => retire(true)} />}
    >
      {retiring ? <RetireForm card={card.data} onDone={() => retire(false)} /> : null}
      <Text size="lg">{`${definition.sentence.charAt(0).toUpperCase()}${definition.sentence.slice(1)}.`}</Text>
      <Text size="sm" c="dimmed">
        {words.edition(definition.version, sayDay(definition.validFrom, language))}
        {definition.orderReference === null ? '' : ` · ${definition.orderReference}`}
      </Text>
      <ProblemNote error={figures.error ?? before.error} onRetry={() => figures.refetch()} />
      <DatesBar date={date} before={search.before} onChange={change} />
      {figures.data !== undefined && row === undefined ? (
        <EmptyNote title={defined.retiredNote}>{defined.retiredNoteDetail}</EmptyNote>
      ) : (
        <FigureTable
          rows={row === undefined ? undefined : [row]}
          before={compared && { date: compared.date, rows: [compared.row] }}
          onAsk={() => change({ who: code })}
        />
      )}
      <SurenessSection code={code} date={date} onAsk={() => change({ who: code, part: 'unsure' })} />
      <TrendSection code={code} date={date} />
      {row === undefined ? null : <BandCard code={code} isShare={isShare(figureOf(row))} />}
      {row === undefined || slices.length === 0 ? null : (
        <>
          <DistributionSection row={row} onAsk={(key) => change({ who: code, slice: 'organisation', key })} />
          <SlicesSection
            row={row}
            before={compared}
            names={slices}
            date={date}
            onAsk={(slice, key) => change({ who: code, slice, key })}
          />
        </>
      )}
      <PassportCard card={card.data} definition={definition} />
      <EditionsCard editions={card.data.items} />
      {search.who !== undefined && date !== undefined ? (
        <MembersDrawer asked={search} title={definition.short} date={date} onChange={change} />
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
