import { Skeleton } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { call } from '../../../../../web/api.ts'
import { sayShare } from '../../../../../web/formats.ts'
import { ButtonLink, TextLink } from '../../../../../web/kit/links.tsx'
import { Mark } from '../../../../../web/kit/marks.tsx'
import { Page } from '../../../../../web/kit/page.tsx'
import { ProblemNote } from '../../../../../web/kit/problem-note.tsx'
import { useLanguage, useWords } from '../../../../../web/language.tsx'
import { EventLink } from '../../../enrolment/ui/event.link.tsx'
import { ClosingSteps } from '../../closing/ui/closing.steps.tsx'
import { ElectivesSection } from '../../electives/ui/electives.section.tsx'
import { ExaminationsSection } from '../../examinations/ui/examinations.section.tsx'
import { OrdersSection } from '../../orders/ui/orders.section.tsx'
import { getRun, type Run } from '../group.contract.ts'
import { GroupSection } from './group.section.tsx'
import { groupWords } from './words.ts'

/** How a course goes: who is in the group, who stays, and what is short. */
export function RunPage(): ReactNode {
  const words = useWords(groupWords)
  const id = Number(useParams({ from: '/events/$id/run' }).id)
  const run = useQuery({ queryKey: ['run', id], queryFn: () => call(getRun, { params: { id } }) })
  const { data } = run
  return (
    <Page
      title={words.title}
      about={<EventLink event={id} />}
      actions={
        <>
          {data?.event.state === 'announced' ? (
            <ButtonLink to="/events/$id/marks" params={{ id: String(id) }}>
              {words.mark}
            </ButtonLink>
          ) : null}
          <ButtonLink to="/events/$id/journal" params={{ id: String(id) }} variant="default">
            {words.journal}
          </ButtonLink>
          {data === undefined ? null : <ClosingSteps run={data} />}
        </>
      }
    >
      <ProblemNote error={run.error} onRetry={() => run.refetch()} />
      {run.isPending ? <Skeleton height={300} /> : null}
      {data === undefined ? null : (
        <>
          <Counts run={data} />
          {data.programme.electives === 0 ? null : <ElectivesSection run={data} />}
          <GroupSection run={data} />
          <ExaminationsSection run={data} />
          <OrdersSection run={data} />
        </>
      )}
    </Page>
  )
}

function Counts({ run }: { readonly run: Run }): ReactNode {
  const words = useWords(groupWords)
  const { language } = useLanguage()
  const { programme, enrolled, began, left, ended, kept, strangers } = run
  const said: readonly (readonly [string, ReactNode])[] = [
    [
      words.programme,
      <TextLink key="programme" to="/programmes/$id" params={{ id: String(programme.id) }} className="rost-own-name">
        {programme.title}
      </TextLink>,
    ],
    [words.enrolled, enrolled],
    [words.began, began ?? words.beganUnknown],
    [words.left, left],
    ...(ended === null ? [] : [[words.ended, ended] as const]),
    ...(kept === null || began === null || began === 0
      ? []
      : [[words.kept, words.keptOf(kept, began, sayShare(kept, began, language))] as const]),
  ]
  return (
    <>
      <dl className="rost-facts">
        {said.map(([name, value]) => (
          <div key={name} className="rost-fact">
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {strangers === 0 ? null : <Mark state="warn">{words.strangers(strangers)}</Mark>}
    </>
  )
}
