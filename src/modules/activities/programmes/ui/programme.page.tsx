import { Button, Skeleton, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { type ReactNode, useState } from 'react'
import { call, download } from '../../../../web/api.ts'
import { sayShortDay } from '../../../../web/formats.ts'
import { DataTable } from '../../../../web/kit/data-table.tsx'
import { DownloadButton } from '../../../../web/kit/download-button.tsx'
import { TextLink } from '../../../../web/kit/links.tsx'
import { Page, Section } from '../../../../web/kit/page.tsx'
import { ProblemNote } from '../../../../web/kit/problem-note.tsx'
import { useLanguage, useWords } from '../../../../web/language.tsx'
import { GatheredSection } from '../../modules/ui/gathered.section.tsx'
import { hoursTaken } from '../hours-taken.contract.ts'
import { getProgramme, getProgrammeDocument, type Programme } from '../programmes.contract.ts'
import { ProgrammeForm } from './programme.form.tsx'
import { HistorySection, ProgrammePath } from './programme.path.tsx'
import { ProgrammeSteps } from './programme.steps.tsx'
import './programmes.css'
import { ReviewsSection } from './reviews.section.tsx'
import { RunsSection } from './runs.section.tsx'
import { ProgrammeMark } from './state.mark.tsx'
import { programmeWords } from './words.ts'

/** One programme: what it teaches, how far it is, what came of it. */
export function ProgrammePage(): ReactNode {
  const id = Number(useParams({ from: '/programmes/$id' }).id)
  const { language } = useLanguage()
  const programme = useQuery({
    queryKey: ['programme', id, language],
    queryFn: () => call(getProgramme, { params: { id } }),
  })
  if (programme.isPending) return <Skeleton height={300} />
  if (programme.isError) return <ProblemNote error={programme.error} onRetry={() => programme.refetch()} />
  return <Card key={id} programme={programme.data} />
}

function Card({ programme }: { readonly programme: Programme }): ReactNode {
  const words = useWords(programmeWords)
  const [changing, setChanging] = useState(false)
  const { title, kind, form, hours, state, expired, edition, editions, id } = programme
  const others = editions.filter((one) => one.id !== id)
  return (
    <Page
      title={title}
      about={
        <>
          <ProgrammeMark state={state} expired={expired} />{' '}
          {[
            words.kinds[kind],
            words.forms[form],
            hours === null ? null : words.inHours(hours),
            words.editionOf(edition),
          ]
            .filter(Boolean)
            .join(', ')}
        </>
      }
      actions={
        <>
          <DownloadButton get={() => download(getProgrammeDocument, { params: { id } })}>
            {words.document}
          </DownloadButton>
          {programme.can.includes('change') && !changing ? (
            <Button variant="default" onClick={() => setChanging(true)}>
              {words.change}
            </Button>
          ) : null}
        </>
      }
    >
      <ProgrammePath programme={programme} />
      {changing ? (
        <ProgrammeForm programme={programme} onDone={() => setChanging(false)} />
      ) : (
        <>
          <Facts programme={programme} />
          <ProgrammeSteps programme={programme} />
          <Modules programme={programme} />
        </>
      )}
      <RunsSection programme={programme} />
      <GatheredSection programme={programme} />
      <ReviewsSection programme={programme} />
      {others.length === 0 ? null : (
        <Section title={words.editions}>
          <ul className="rost-plain-list">
            {others.map((one) => (
              <li key={one.id}>
                <TextLink underline="always" to="/programmes/$id" params={{ id: String(one.id) }}>
                  {words.editionOf(one.edition)}
                </TextLink>{' '}
                <ProgrammeMark state={one.state} />
              </li>
            ))}
          </ul>
        </Section>
      )}
      <HistorySection programme={programme} />
    </Page>
  )
}

function Facts({ programme }: { readonly programme: Programme }): ReactNode {
  const words = useWords(programmeWords)
  const { language } = useLanguage()
  const { registeredOn, validUntil, order, indicator, providers } = programme
  const day = (of: string): string => sayShortDay(of, language)
  const said: readonly (readonly [name: string, value: ReactNode])[] = [
    [words.number, programme.number],
    [
      words.valid,
      registeredOn === null ? null : words.validFrom(day(registeredOn), validUntil === null ? null : day(validUntil)),
    ],
    [words.order, order === null ? null : words.orderOf(order.number, day(order.on))],
    [words.about, programme.about || null],
    [words.audience, programme.audience || null],
    [words.competences, programme.competences || null],
    [words.results, programme.results || null],
    [words.reason, programme.reason || null],
    [words.requestedBy, programme.requestedBy?.name],
    [words.indicator, indicator === null ? null : `${indicator.code}. ${indicator.title}`],
    [words.topic, programme.topic?.label],
    [words.study, programme.selfStudy ? words.selfStudy : words.inGroup],
    [words.providers, providers.length === 0 ? null : providers.map(({ name }) => name).join('; ')],
  ]
  return (
    <dl className="rost-facts">
      {said
        .filter(([, value]) => value !== null && value !== undefined)
        .map(([name, value]) => (
          <div key={name} className="rost-fact">
            <dt>{name}</dt>
            <dd className="rost-own-name" style={{ whiteSpace: 'pre-line', overflowWrap: 'anywhere' }}>
              {value}
            </dd>
          </div>
        ))}
    </dl>
  )
}

function Modules({ programme }: { readonly programme: Programme }): ReactNode {
  const words = useWords(programmeWords)
  const { modules, electives } = programme
  const chosen = modules.filter(({ elective }) => elective).length
  const taken = hoursTaken(programme)
  return (
    <Section title={words.modules}>
      {modules.length === 0 ? (
        <Text size="sm" c="dimmed">
          {words.noModules}
        </Text>
      ) : (
        <DataTable
          caption={words.modules}
          columns={[
            {
              key: 'title',
              title: words.module,
              cell: ({ title, elective }) => (
                <>
                  <span className="rost-own-name">{title}</span>
                  {elective ? ` (${words.elective})` : ''}
                </>
              ),
            },
            { key: 'form', title: words.moduleForm, cell: ({ form }) => words.moduleForms[form] },
            { key: 'hours', title: words.hours, number: true, cell: ({ hours }) => hours },
          ]}
          rows={modules}
          keyOf={({ id }) => id}
        />
      )}
      {chosen === 0 ? null : <Text size="sm">{words.electivesOf(electives, chosen)}</Text>}
      {taken === undefined || taken === 0 ? null : <Text size="sm">{words.sum(taken)}</Text>}
    </Section>
  )
}
