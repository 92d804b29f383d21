import { Badge, Button, Group, Loader, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { type ReactNode, useState } from 'react'
import { call } from '../../../../web/api.ts'
import { fullName, sayDay, sayShortDay } from '../../../../web/formats.ts'
import { ButtonLink, TextLink } from '../../../../web/kit/links.tsx'
import { EmptyNote, Page, Section } from '../../../../web/kit/page.tsx'
import { ProblemNote } from '../../../../web/kit/problem-note.tsx'
import { useLanguage, useWords } from '../../../../web/language.tsx'
import { useMay } from '../../../../web/me.tsx'
import { FurtherParts } from '../../../../web/parts.tsx'
import { HistorySection } from '../../history/ui/history.section.tsx'
import type { Employment } from '../employments.contract.ts'
import { getPerson, type Person } from '../people.contract.ts'
import { detailWords } from './details.words.ts'
import { EmploymentForm } from './employment.form.tsx'
import { PersonForm } from './person.form.tsx'
import { placeFacts } from './place.facts.ts'
import { Snils } from './snils.tsx'
import { Whence } from './whence.tsx'
import { peopleWords } from './words.ts'

/** One person: who, where and since when, and where each value comes from. */
export function PersonPage(): ReactNode {
  const { id } = useParams({ from: '/people/$id' })
  const words = useWords(peopleWords)
  const person = useQuery({ queryKey: ['person', id], queryFn: () => call(getPerson, { params: { id: Number(id) } }) })
  if (person.isPending) return <Loader aria-label={words.title} />
  if (person.isError) return <ProblemNote error={person.error} onRetry={() => person.refetch()} />
  return <Card key={id} person={person.data} />
}

function Card({ person }: { person: Person }): ReactNode {
  const words = useWords(peopleWords)
  const { language } = useLanguage()
  const [changing, setChanging] = useState(false)
  const [adding, setAdding] = useState(false)
  const mayMerge = useMay('person.merge')
  const now = person.employments.find((one) => one.dismissedOn === null) ?? person.employments[0]
  return (
    <Page
      title={fullName(person)}
      about={now === undefined ? words.noPlaces : `${now.position.name}, ${now.organisation.name}`}
      actions={
        <>
          {mayMerge ? (
            <>
              <ButtonLink to="/people/doubles" search={{ first: person.id }} variant="default">
                {words.compare}
              </ButtonLink>
              <ButtonLink to="/people/$id/split" params={{ id: String(person.id) }} variant="default">
                {words.split}
              </ButtonLink>
            </>
          ) : null}
          {person.can.includes('change') && !changing ? (
            <Button variant="default" onClick={() => setChanging(true)}>
              {words.change}
            </Button>
          ) : null}
        </>
      }
    >
      {changing ? (
        <PersonForm person={person} onDone={() => setChanging(false)} />
      ) : (
        <dl className="rost-facts">
          <Fact name={words.birthOn} person={person} field="birthOn">
            {sayDay(person.birthOn, language)}
          </Fact>
          {person.sex === null ? null : (
            <Fact name={words.sex} person={person} field="sex">
              {words[person.sex]}
            </Fact>
          )}
          {person.snils === null ? null : (
            <Fact name={words.snils} person={person} field="snils">
              <Snils person={person} />
            </Fact>
          )}
        </dl>
      )}
      <Section
        title={words.places}
        actions={
          person.can.includes('employ') && !adding ? (
            <Button size="xs" variant="default" onClick={() => setAdding(true)}>
              {words.addPlace}
            </Button>
          ) : null
        }
      >
        {adding ? <EmploymentForm personId={person.id} onDone={() => setAdding(false)} /> : null}
        {person.employments.length === 0 && !adding ? (
          <EmptyNote title={words.noPlaces}>{words.noPlacesDetail}</EmptyNote>
        ) : null}
        {person.employments.map((employment) => (
          <Place key={employment.id} employment={employment} person={person} />
        ))}
      </Section>
      <FurtherParts of="person" id={person.id} />
      <HistorySection subject={{ kind: 'person', id: person.id }} />
    </Page>
  )
}

type FactProps = { name: string; person: Person; field: string; children: ReactNode }

function Fact({ name, person, field, children }: FactProps): ReactNode {
  return (
    <>
      <dt>{name}</dt>
      <dd>
        {children} <Whence record={person} field={field} sources={person.sources} />
      </dd>
    </>
  )
}

function Place({ employment, person }: { employment: Employment; person: Person }): ReactNode {
  const words = useWords(peopleWords)
  const details = useWords(detailWords)
  const { language } = useLanguage()
  const [changing, setChanging] = useState(false)
  if (changing) {
    return <EmploymentForm personId={person.id} employment={employment} onDone={() => setChanging(false)} />
  }
  const until =
    employment.dismissedOn === null ? words.present : `${words.until} ${sayShortDay(employment.dismissedOn, language)}`
  const facts = placeFacts(employment, { people: words, details }, language)
  return (
    <article className="rost-card" aria-label={`${employment.position.name}, ${employment.organisation.name}`}>
      <Group justify="space-between" align="start">
        <div>
          <Group gap="xs">
            <Text fw={600}>{employment.position.name}</Text>
            {employment.main ? <Badge>{words.main}</Badge> : null}
          </Group>
          <TextLink to="/organisations/$id" params={{ id: String(employment.organisation.id) }}>
            {employment.organisation.name}
          </TextLink>
          <Text size="sm" c="dimmed">
            {`${sayShortDay(employment.hiredOn, language)} — ${until}`}{' '}
            <Whence record={employment} sources={person.sources} />
          </Text>
        </div>
        {employment.can.includes('change') ? (
          <Button size="xs" variant="default" onClick={() => setChanging(true)}>
            {words.change}
          </Button>
        ) : null}
      </Group>
      <dl className="rost-facts">
        {facts.map(({ name, text, field }) => (
          <div key={name} style={{ display: 'contents' }}>
            <dt>{name}</dt>
            <dd>
              {text}{' '}
              {field in employment.origins ? (
                <Whence record={employment} field={field} sources={person.sources} />
              ) : null}
            </dd>
          </div>
        ))}
      </dl>
    </article>
  )
}
