import { Skeleton } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { call } from '../../../../web/api.ts'
import { sayShortDay } from '../../../../web/formats.ts'
import { TextLink } from '../../../../web/kit/links.tsx'
import { Mark } from '../../../../web/kit/marks.tsx'
import { Page } from '../../../../web/kit/page.tsx'
import { ProblemNote } from '../../../../web/kit/problem-note.tsx'
import { useLanguage, useWords } from '../../../../web/language.tsx'
import { documentWords } from '../../../documents/ui/index.ts'
import { getSelfStudy, type SelfStudy } from '../self-study.contract.ts'
import { ModulesSection } from './modules.section.tsx'
import { OrdersSection } from './orders.section.tsx'
import { SelfStudySteps } from './self-study.steps.tsx'
import { SelfStudyMark } from './state.mark.tsx'
import { selfStudyWords } from './words.ts'

/** A programme somebody takes without a group: until when, module by module, and what comes next. */
export function SelfStudyPage(): ReactNode {
  const id = Number(useParams({ from: '/self-studies/$id' }).id)
  const study = useQuery({ queryKey: ['self-study', id], queryFn: () => call(getSelfStudy, { params: { id } }) })
  if (study.isPending) return <Skeleton height={300} />
  if (study.isError) return <ProblemNote error={study.error} onRetry={() => study.refetch()} />
  return <Card key={id} study={study.data} />
}

function Card({ study }: { readonly study: SelfStudy }): ReactNode {
  const words = useWords(selfStudyWords)
  const { kinds } = useWords(documentWords)
  const { language } = useLanguage()
  const { person, programme, hours, isPart, state, startsOn, endsOn, finishedOn, endedFor, endedOn, tutor } = study
  const day = (of: string): string => sayShortDay(of, language)
  const facts: readonly (readonly [name: string, value: ReactNode])[] = [
    [words.person, person.name],
    [words.days, `${day(startsOn)} – ${day(endsOn)}`],
    [words.tutor, tutor?.name],
    [words.finishedOn, finishedOn === null ? null : day(finishedOn)],
    [words.examiner, study.examiner],
  ]
  return (
    <Page
      title={programme.title}
      about={
        <>
          <SelfStudyMark study={study} />{' '}
          {[words.inHours(hours), ...(isPart ? [words.part] : []), words.paper(kinds[study.paper])].join(', ')}
        </>
      }
      actions={
        <>
          <TextLink to="/programmes/$id" params={{ id: String(programme.id) }} underline="always">
            {words.programme}
          </TextLink>
          {study.batch === null ? null : (
            <TextLink to="/documents/batches/$id" params={{ id: String(study.batch) }} underline="always">
              {words.document}
            </TextLink>
          )}
        </>
      }
    >
      {endedFor === null || (state !== 'declined' && state !== 'cancelled') ? null : (
        <Mark state="bad">
          <span className="rost-own-name">{words.endedFor[state](endedFor)}</span>
          {endedOn === null ? '' : ` (${day(endedOn)})`}
        </Mark>
      )}
      <dl className="rost-facts">
        {facts
          .filter(([, value]) => value !== null && value !== undefined)
          .map(([name, value]) => (
            <div key={name} className="rost-fact">
              <dt>{name}</dt>
              <dd className="rost-own-name">{value}</dd>
            </div>
          ))}
      </dl>
      <ModulesSection study={study} />
      <SelfStudySteps study={study} />
      <OrdersSection study={study} />
    </Page>
  )
}
