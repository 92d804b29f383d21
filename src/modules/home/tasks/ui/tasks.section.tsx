import { Skeleton, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { call } from '../../../../web/api.ts'
import { sayShortDay } from '../../../../web/formats.ts'
import { Mark } from '../../../../web/kit/marks.tsx'
import { ProblemNote } from '../../../../web/kit/problem-note.tsx'
import { ToldLink } from '../../../../web/kit/told-link.tsx'
import { useLanguage, useWords } from '../../../../web/language.tsx'
import { listTasks, type Task } from '../tasks.contract.ts'
import { taskWords } from './words.ts'

/** What to do next: each thing with its number and day, leading to where it is done. */
export function TasksSection(): ReactNode {
  const words = useWords(taskWords)
  const { language } = useLanguage()
  const tasks = useQuery({
    queryKey: ['tasks', language],
    queryFn: ({ signal }) => call(listTasks, {}, { signal }),
    staleTime: 30_000,
  })
  return (
    <section className="rost-card rost-no-print" aria-labelledby="tasks">
      <Text id="tasks" component="h2" fw={600} mb="xs">
        {words.title}
      </Text>
      <ProblemNote error={tasks.error} onRetry={() => tasks.refetch()} />
      {tasks.isPending ? <Skeleton height={52} /> : null}
      {tasks.data?.items.length === 0 ? (
        <Text c="dimmed">{words.nothing}</Text>
      ) : (
        <ul className="rost-plain-list">
          {tasks.data?.items.map((task) => (
            <li key={task.code}>
              <One task={task} />
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}

function One({ task: { text, dueOn, overdue, link } }: { readonly task: Task }): ReactNode {
  const words = useWords(taskWords)
  const { language } = useLanguage()
  const day = dueOn === null ? '' : sayShortDay(dueOn, language)
  return (
    <>
      {link === null ? text : <ToldLink to={link}>{text}</ToldLink>}{' '}
      {dueOn === null ? null : overdue ? (
        <Mark state="bad">{words.late(day)}</Mark>
      ) : (
        <Text span size="sm" c="dimmed">
          {words.due(day)}
        </Text>
      )}
    </>
  )
}
