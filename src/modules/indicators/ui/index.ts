import { lazy } from 'react'

export { FIGURES } from './figures.search.ts'

/** Parts of other pages are loaded when they are shown. */
export const Today = lazy(async () => ({ default: (await import('../today/ui/today.page.tsx')).Today }))
export const QuestionCard = lazy(async () => ({
  default: (await import('../questions/ui/question.card.tsx')).QuestionCard,
}))
