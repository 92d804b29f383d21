import { useQuery } from '@tanstack/react-query'
import { type ReactNode, Suspense } from 'react'
import { call } from '../../../../web/api.ts'
import { Section } from '../../../../web/kit/page.tsx'
import { useLanguage, useWords } from '../../../../web/language.tsx'
import { listQuestions } from '../../../indicators/questions/questions.contract.ts'
import { QuestionCard } from '../../../indicators/ui/index.ts'
import { myWords } from './words.ts'

const MOST = 50

/** What one said is not so, until one is content with the answer. */
export function MyQuestions(): ReactNode {
  const words = useWords(myWords)
  const { language } = useLanguage()
  const { data } = useQuery({
    queryKey: ['questions', 'asked', 'record', language],
    queryFn: () => call(listQuestions, { query: { side: 'asked', size: MOST } }),
  })
  const mine = (data?.items ?? []).filter(({ record, closedAt }) => record !== null && closedAt === null)
  if (mine.length === 0) return null
  return (
    <Section title={words.questions}>
      <Suspense fallback={null}>
        {mine.map((question) => (
          <QuestionCard key={question.id} question={question} />
        ))}
      </Suspense>
    </Section>
  )
}
