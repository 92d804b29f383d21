import { Skeleton, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { type ReactNode, Suspense } from 'react'
import { call } from '../../../../web/api.ts'
import { ButtonLink } from '../../../../web/kit/links.tsx'
import { EmptyNote, Page, Section } from '../../../../web/kit/page.tsx'
import { ProblemNote } from '../../../../web/kit/problem-note.tsx'
import { useLanguage, useWords } from '../../../../web/language.tsx'
import { useMe } from '../../../../web/me.tsx'
import {
  MyCourses,
  MyCredited,
  MyEnrolments,
  MyFeedback,
  MyInternships,
  MyPlannedCourses,
  MySelfStudies,
  MySuggestions,
} from '../../../activities/ui/index.ts'
import { listLife } from '../../../population/life/life.contract.ts'
import { getPerson, type Person } from '../../../registry/people/people.contract.ts'
import { MyAsked } from '../../asked/ui/my-asked.line.tsx'
import { TasksSection } from '../../tasks/ui/tasks.section.tsx'
import { MyQuestions } from './my-questions.section.tsx'
import { RecordGroup } from './record.group.tsx'
import { groupsOf } from './record.ts'
import { myWords } from './words.ts'

/** One's own page, for a phone first: what to do, and what is on record of oneself. No figures, and nothing to fill in. */
export function MyPage(): ReactNode {
  const words = useWords(myWords)
  const me = useMe()
  const own = me.grants.find(({ personId }) => personId !== null)?.personId ?? null
  if (own !== null) return <Mine id={own} />
  return (
    <Page title={words.title} about={me.district?.name}>
      <TasksSection />
      <EmptyNote title={words.nobody}>{words.nobodyDetail}</EmptyNote>
    </Page>
  )
}

function Mine({ id }: { readonly id: number }): ReactNode {
  const words = useWords(myWords)
  const { language } = useLanguage()
  const card = useQuery({ queryKey: ['person', String(id)], queryFn: () => call(getPerson, { params: { id } }) })
  const life = useQuery({ queryKey: ['life', id, language], queryFn: () => call(listLife, { params: { id } }) })
  const person = card.data
  return (
    <Page
      title={person === undefined ? words.title : words.hello(nameOf(person))}
      about={placeOf(person)}
      actions={
        <>
          <ButtonLink to="/my/documents" variant="default">
            {words.documents}
          </ButtonLink>
          <ButtonLink to="/my/calendar" variant="default">
            {words.calendar}
          </ButtonLink>
          <ButtonLink to="/my/claims" variant="default">
            {words.claims}
          </ButtonLink>
          <ButtonLink to="/my/deeds" variant="default">
            {words.elsewhere}
          </ButtonLink>
          <ButtonLink to="/my/attestation" variant="default">
            {words.attestation}
          </ButtonLink>
          <ButtonLink to="/my/sights" variant="default">
            {words.sights}
          </ButtonLink>
          <ButtonLink to="/my/consents" variant="default">
            {words.consents}
          </ButtonLink>
          <ButtonLink to="/my/requests" variant="default">
            {words.requests}
          </ButtonLink>
        </>
      }
    >
      <TasksSection />
      <Suspense fallback={null}>
        <MyEnrolments />
        <MyCourses />
        <MyFeedback />
        <MySuggestions />
        <MyPlannedCourses />
        <MyInternships />
        <MySelfStudies />
        <MyCredited />
      </Suspense>
      <MyQuestions />
      <MyAsked />
      <Section title={words.record}>
        <Text size="sm" c="dimmed" mb="sm">
          {words.about}
        </Text>
        <ProblemNote error={card.error ?? life.error} onRetry={() => [card, life].map((one) => one.refetch())} />
        {person === undefined || life.data === undefined ? (
          <Skeleton height={240} />
        ) : (
          groupsOf(person, life.data.items, words, language).map((group) => (
            <RecordGroup key={group.name} person={id} group={group} sources={person.sources} />
          ))
        )}
      </Section>
    </Page>
  )
}

const nameOf = ({ givenName, patronymic }: Person): string => [givenName, patronymic].filter(Boolean).join(' ')

function placeOf(person: Person | undefined): string | undefined {
  const now = person?.employments.find(({ dismissedOn }) => dismissedOn === null) ?? person?.employments[0]
  return now && `${now.position.name}, ${now.organisation.name}`
}
