import { Anchor, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useRouter } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { call } from '../../../../web/api.ts'
import { sayShortDay } from '../../../../web/formats.ts'
import { TextLink } from '../../../../web/kit/links.tsx'
import { Mark } from '../../../../web/kit/marks.tsx'
import { ProblemNote } from '../../../../web/kit/problem-note.tsx'
import { useLanguage, useWords } from '../../../../web/language.tsx'
import { listQuestions, type Question } from '../../questions/questions.contract.ts'
import { todayWords } from './words.ts'

const SHOWN = 3
const SIDES = ['mine', 'asked'] as const
type Side = (typeof SIDES)[number]

/** The questions one was handed and handed to others that have no answer yet, the most urgent first. */
export function DeadlinesCard(): ReactNode {
  const words = useWords(todayWords)
  const mine = useOpen('mine')
  const asked = useOpen('asked')
  const isQuiet = mine.data?.open === 0 && asked.data?.open === 0
  const router = useRouter()
  return (
    <section className="rost-card" aria-labelledby="deadlines">
      <Text id="deadlines" component="h2" fw={600} mb="xs">
        {words.deadlines}
      </Text>
      <ProblemNote error={mine.error ?? asked.error} onRetry={() => Promise.all([mine.refetch(), asked.refetch()])} />
      {isQuiet ? <Text c="dimmed">{words.noQuestions}</Text> : null}
      {SIDES.map((side) => {
        const { data } = side === 'mine' ? mine : asked
        if (data === undefined || data.open === 0) return null
        return (
          <div key={side}>
            <Text>
              {side === 'mine' ? words.waiting(data.open) : words.asked(data.open)}
              {data.overdue === 0 ? null : (
                <>
                  {', '}
                  <Mark state="bad">{words.overdue(data.overdue)}</Mark>
                </>
              )}
            </Text>
            <ul className="rost-plain-list">
              {data.items.map((question) => (
                <li key={question.id}>
                  <One question={question} side={side} />
                </li>
              ))}
            </ul>
          </div>
        )
      })}
      {Object.hasOwn(router.routesByPath, '/questions') ? (
        <Anchor href="/questions" size="sm" className="rost-no-print">
          {words.allQuestions}
        </Anchor>
      ) : null}
    </section>
  )
}

const useOpen = (side: Side) =>
  useQuery({
    queryKey: ['questions', side, 'open', SHOWN],
    queryFn: ({ signal }) => call(listQuestions, { query: { side, state: 'open', size: SHOWN } }, { signal }),
    staleTime: 60_000,
  })

/** The question leads to the figure it is about, or to the person. */
function One({ question, side }: { readonly question: Question; readonly side: Side }): ReactNode {
  const words = useWords(todayWords)
  const { language } = useLanguage()
  const { indicator, record, date, slice, key, text, dueOn, overdue, addressee } = question
  const day = sayShortDay(dueOn, language)
  const short = text.length > 90 ? `${text.slice(0, 88)}…` : text
  return (
    <>
      {indicator === null || date === null ? (
        <TextLink to="/people/$id" params={{ id: String(record?.personId) }} c="inherit">
          {`${record?.about ?? ''}: ${short}`}
        </TextLink>
      ) : (
        <TextLink
          to="/indicators/$code"
          params={{ code: indicator.code }}
          search={{ date, ...(slice !== null && key !== null && { slice, key }) }}
          c="inherit"
        >
          {`${indicator.code}: ${short}`}
        </TextLink>
      )}{' '}
      <Text span size="sm" c="dimmed">
        {[overdue ? words.late(day) : words.due(day), ...(side === 'asked' ? [words.toWhom(addressee)] : [])].join(
          ', ',
        )}
      </Text>
    </>
  )
}
