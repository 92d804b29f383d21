import { Badge, NativeSelect, Skeleton, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { call, download } from '../../../../web/api.ts'
import { sayShortDay } from '../../../../web/formats.ts'
import { DownloadButton } from '../../../../web/kit/download-button.tsx'
import { ButtonLink } from '../../../../web/kit/links.tsx'
import { Page, Section } from '../../../../web/kit/page.tsx'
import { ProblemNote } from '../../../../web/kit/problem-note.tsx'
import { useLanguage, useWords } from '../../../../web/language.tsx'
import type { LifeFact } from '../../../population/life/life.contract.ts'
import { AIMS, type Folder, getAttestationDocument, getAttestationFolder } from '../attestation.contract.ts'
import { attestationWords } from './words.ts'

/** What is on record of oneself as a commission looks at it: to read, and to take away as a paper. */
export function AttestationPage(): ReactNode {
  const words = useWords(attestationWords)
  const { language } = useLanguage()
  const { aim } = useSearch({ from: '/my/attestation' })
  const navigate = useNavigate({ from: '/my/attestation' })
  const wanted = aim === undefined ? {} : { aim }
  const { data, error, refetch } = useQuery({
    queryKey: ['attestation', aim, language],
    queryFn: () => call(getAttestationFolder, { query: wanted }),
  })
  return (
    <Page
      title={words.title}
      about={words.about}
      actions={
        <DownloadButton get={() => download(getAttestationDocument, { query: wanted })}>{words.word}</DownloadButton>
      }
    >
      <ProblemNote error={error} onRetry={() => refetch()} />
      {data === undefined ? (
        error === null ? (
          <Skeleton height={320} />
        ) : null
      ) : (
        <>
          <NativeSelect
            label={words.aim}
            maw={320}
            value={data.aim}
            onChange={(event) =>
              void navigate({
                search: { aim: AIMS.find((one) => one === event.currentTarget.value) },
                replace: true,
              })
            }
            data={AIMS.map((value) => ({ value, label: words.aims[value] }))}
          />
          <Summary folder={data} />
          {data.parts.map((part) => (
            <Part key={part.code} part={part} />
          ))}
          <Section title={words.missing}>
            <Text size="sm" mb="xs">
              {words.missingHint}
            </Text>
            <ButtonLink to="/my" variant="default">
              {words.toMine}
            </ButtonLink>
          </Section>
        </>
      )}
    </Page>
  )
}

function Summary({ folder }: { readonly folder: Folder }): ReactNode {
  const words = useWords(attestationWords)
  const { language } = useLanguage()
  const { category, aim, since, parts } = folder
  const day = (of: string | null): string | null => (of === null ? null : sayShortDay(of, language))
  const own = parts.filter(({ fromFacts }) => fromFacts)
  const asksHighest =
    (aim === 'methodist' || aim === 'mentor') && !/высш|методист|наставник/i.test(category?.label ?? '')
  return (
    <div>
      <Text fw={600}>{words.gathered(own.filter(({ facts }) => facts.length > 0).length, own.length)}</Text>
      <Text size="sm" c="dimmed">
        {[
          category === null ? words.none : words.now(category.label, day(category.on), day(category.endsOn)),
          words.since(sayShortDay(since, language)),
          ...(asksHighest ? [words.needsHighest] : []),
        ].join(' ')}
      </Text>
    </div>
  )
}

function Part({ part }: { readonly part: Folder['parts'][number] }): ReactNode {
  const words = useWords(attestationWords)
  const { title, hint, fromFacts, facts } = part
  return (
    <section className="rost-card" aria-label={title}>
      <Text component="h2" fw={600}>
        {title}{' '}
        {facts.length > 0 ? (
          <Badge variant="light" color="green">
            {facts.length}
          </Badge>
        ) : null}
      </Text>
      {facts.length === 0 ? (
        <Text size="sm" c="dimmed">
          {fromFacts ? `${words.nothing} ${hint}` : `${words.byOthers}. ${hint}`}
        </Text>
      ) : (
        <ul className="rost-plain-list rost-record">
          {facts.map((fact) => (
            <Line key={`${fact.term}-${fact.id}`} fact={fact} />
          ))}
        </ul>
      )}
    </section>
  )
}

function Line({ fact }: { readonly fact: LifeFact }): ReactNode {
  const words = useWords(attestationWords)
  const { language } = useLanguage()
  const { caption, label, from, to, lasting, details, source } = fact
  const day = sayShortDay(from, language)
  const when = to !== null ? `${day} — ${sayShortDay(to, language)}` : lasting ? words.from(day) : day
  return (
    <li>
      <Text className="rost-own-name">{label}</Text>
      <Text size="sm" c="dimmed">
        {[caption, when, ...details.map(({ name, value }) => `${name}: ${value}`)].join(' · ')}
      </Text>
      <Text size="xs" c="dimmed">
        {source === null
          ? words.byHand
          : words.row(source.sheet === null ? source.file : `${source.file} (${source.sheet})`, source.row)}
      </Text>
    </li>
  )
}
