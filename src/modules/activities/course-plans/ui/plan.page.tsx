import { Skeleton, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { call, download } from '../../../../web/api.ts'
import { sayDay } from '../../../../web/formats.ts'
import { DownloadButton } from '../../../../web/kit/download-button.tsx'
import { ButtonLink, TextLink } from '../../../../web/kit/links.tsx'
import { Mark } from '../../../../web/kit/marks.tsx'
import { Page, Section } from '../../../../web/kit/page.tsx'
import { ProblemNote } from '../../../../web/kit/problem-note.tsx'
import { useLanguage, useWords } from '../../../../web/language.tsx'
import { type CoursePlan, exportCoursePlan, getCoursePlan, getCoursePlanDocument } from '../course-plans.contract.ts'
import { BudgetSection } from './budget.section.tsx'
import { CoursesSection } from './courses.section.tsx'
import { PlanSteps } from './plan.steps.tsx'
import { PlanMark } from './state.mark.tsx'
import { coursePlanWords } from './words.ts'

/** The plan of a school for a year: whom it reaches, what it costs, who learns what and when, and what became of it. */
export function CoursePlanPage(): ReactNode {
  const id = Number(useParams({ from: '/course-plans/$id' }).id)
  const plan = useQuery({
    queryKey: ['course-plans', 'plan', id],
    queryFn: () => call(getCoursePlan, { params: { id } }),
  })
  if (plan.isPending) return <Skeleton height={300} />
  if (plan.isError) return <ProblemNote error={plan.error} onRetry={() => plan.refetch()} />
  return <Card key={id} plan={plan.data} />
}

function Card({ plan }: { readonly plan: CoursePlan }): ReactNode {
  const words = useWords(coursePlanWords)
  const { language } = useLanguage()
  const { id, year, organisation, state, agreedOn, agreedBy, returnedFor, due, progress, can } = plan
  const params = { id: String(id) }
  return (
    <Page
      title={words.title(year)}
      about={
        <>
          <span className="rost-own-name">{organisation.name}</span> <PlanMark state={state} />
          {agreedOn === null ? null : (
            <span className="rost-own-name"> {words.agreed(sayDay(agreedOn, language), agreedBy)}</span>
          )}
        </>
      }
      actions={
        <>
          <TextLink to="/course-plans" search={{ year }} size="sm">
            {words.toPlans}
          </TextLink>
          {progress.courses === 0 ? null : (
            <>
              <DownloadButton get={() => download(getCoursePlanDocument, { params: { id } })}>
                {words.word}
              </DownloadButton>
              <DownloadButton get={() => download(exportCoursePlan, { params: { id } })}>{words.excel}</DownloadButton>
            </>
          )}
        </>
      }
    >
      {returnedFor === null ? null : (
        <Mark state="warn">
          <span className="rost-own-name">{words.returnedFor(returnedFor)}</span>
        </Mark>
      )}
      <PlanSteps plan={plan} />
      <Section
        title={words.dueTitle}
        actions={
          can.includes('change') ? (
            <ButtonLink to="/course-plans/$id/due" params={params}>
              {words.addPeople}
            </ButtonLink>
          ) : (
            <TextLink to="/course-plans/$id/due" params={params} search={{ planned: 'all' }} size="sm">
              {words.dueTitle}
            </TextLink>
          )
        }
      >
        <Text>{words.dueSaid(due.people, due.met)}</Text>
        {progress.courses === 0 ? null : <Text>{words.progress(progress)}</Text>}
      </Section>
      <BudgetSection plan={plan} />
      <CoursesSection plan={plan} />
    </Page>
  )
}
