import { Chip, Group, Loader, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { call } from '../../../../web/api.ts'
import { sayShortDay } from '../../../../web/formats.ts'
import { TextLink } from '../../../../web/kit/links.tsx'
import { EmptyNote, Section } from '../../../../web/kit/page.tsx'
import { ProblemNote } from '../../../../web/kit/problem-note.tsx'
import { useLanguage, useWords } from '../../../../web/language.tsx'
import { useMay } from '../../../../web/me.tsx'
import { FurtherProof } from '../../../../web/parts.tsx'
import { getPerson, type Person } from '../../../registry/people/people.contract.ts'
import { OpeningButton } from '../../../registry/ui/index.ts'
import { type LifeFact, listLife, openLife } from '../life.contract.ts'
import { lifeWords } from './words.ts'

/** `id`: of the fact or the place of work. */
type Moment = LifeFact & { readonly key: string }

/** Everything on record of a person, the latest first, by year; what one looks for is chosen by kind. */
export function LifeSection({ id }: { readonly id: number }): ReactNode {
  const words = useWords(lifeWords)
  const { language } = useLanguage()
  const [chosen, setChosen] = useState<string[]>([])
  // Whole only while the page is open.
  const [opened, setOpened] = useState<LifeFact[]>()
  const life = useQuery({
    queryKey: ['life', id, language],
    queryFn: () => call(listLife, { params: { id } }),
  })
  // The card is on the page already.
  const card = useQuery({ queryKey: ['person', String(id)], queryFn: () => call(getPerson, { params: { id } }) })
  if (life.isPending || card.data === undefined) return <Loader size="sm" aria-label={words.title} />
  if (life.isError) return <ProblemNote error={life.error} onRetry={() => life.refetch()} />
  const moments = [
    ...(opened ?? life.data.items).map((fact) => ({ ...fact, key: `${fact.term} ${fact.id}` })),
    ...card.data.employments.flatMap((employment) => workOf(employment, words)),
  ].sort((a, b) => (a.from === b.from ? 0 : a.from > b.from ? -1 : 1))
  const kinds = [...new Set(moments.map(({ caption }) => caption))].sort()
  const shown = chosen.length === 0 ? moments : moments.filter(({ caption }) => chosen.includes(caption))
  const years = Map.groupBy(shown, ({ from }) => from.slice(0, 4))
  return (
    <Section
      title={words.title}
      actions={
        life.data.can.includes('open') && opened === undefined ? (
          <OpeningButton
            label={words.open}
            open={(body) => call(openLife, { params: { id }, body })}
            onOpened={({ items }) => setOpened(items)}
          />
        ) : null
      }
    >
      {moments.length === 0 ? <EmptyNote title={words.none}>{words.noneDetail}</EmptyNote> : null}
      {kinds.length < 2 ? null : (
        <Chip.Group multiple value={chosen} onChange={setChosen}>
          <Group gap={6} mb="sm" className="rost-no-print" role="group" aria-label={words.show}>
            {kinds.map((kind) => (
              <Chip key={kind} value={kind} size="xs" variant="outline">
                {kind}
              </Chip>
            ))}
          </Group>
        </Chip.Group>
      )}
      {[...years].map(([year, ofYear]) => (
        <section key={year} aria-label={year} className="rost-year">
          <Text component="h3" fw={600} size="sm">
            {year}
          </Text>
          <ol className="rost-plain-list">
            {ofYear.map((moment) => (
              <Line key={moment.key} person={id} moment={moment} />
            ))}
          </ol>
        </section>
      ))}
    </Section>
  )
}

function Line({ person, moment }: { person: number; moment: Moment }): ReactNode {
  const words = useWords(lifeWords)
  const { language } = useLanguage()
  const { from, to, lasting, caption, label, details } = moment
  const day = sayShortDay(from, language)
  const when = to !== null ? `${day} — ${sayShortDay(to, language)}` : lasting ? words.since(day) : day
  return (
    <li>
      <Text span size="sm" c="dimmed" className="rost-nowrap">
        {when}
      </Text>{' '}
      <Text span size="sm">
        <span className="rost-kind">{caption}</span> {label}
      </Text>
      {details.length === 0 ? null : (
        <Text size="xs" c="dimmed">
          {details.map(({ name, value }) => `${name}: ${value}`).join(' · ')}
        </Text>
      )}
      {moment.source === null ? (
        <FurtherProof person={person} fact={moment}>
          {null}
        </FurtherProof>
      ) : (
        <Source source={moment.source} />
      )}
    </li>
  )
}

function Source({ source }: { readonly source: NonNullable<LifeFact['source']> }): ReactNode {
  const words = useWords(lifeWords)
  const mayLoads = useMay('load.read')
  const text = words.row(source.sheet === null ? source.file : `${source.file} (${source.sheet})`, source.row)
  return mayLoads ? (
    <TextLink to="/loads/$id" params={{ id: String(source.load) }} size="xs" c="dimmed">
      {text}
    </TextLink>
  ) : (
    <Text size="xs" c="dimmed">
      {text}
    </Text>
  )
}

function workOf(employment: Person['employments'][number], words: (typeof lifeWords)['ru']): Moment[] {
  const { id, hiredOn, dismissedOn, position, organisation } = employment
  const common = { id, term: 'work', caption: words.work, to: null, lasting: false, details: [], source: null }
  const place = `${position.name}, ${organisation.name}`
  return [
    { ...common, key: `hired ${id}`, from: hiredOn, label: `${place}: ${words.hired}` },
    ...(dismissedOn === null
      ? []
      : [{ ...common, key: `left ${id}`, from: dismissedOn, label: `${place}: ${words.dismissed}` }]),
  ]
}
