import type { Language } from '../../../platform/messages.ts'
import type { Answer, Question, Stage } from './feedback.contract.ts'

/** As it is kept: questions of ours in both languages, those of a district as it wrote them. */
export type KeptQuestion = Question & { readonly en?: string }

/** Where a district has said nothing. A minute on the phone, no more. */
export const USUAL_QUESTIONS: Readonly<Record<Stage, readonly KeptQuestion[]>> = {
  end: [
    { kind: 'scale', text: 'Пригодится ли это в вашей работе?', en: 'Will it be of use in your work?' },
    { kind: 'scale', text: 'Всё ли было понятно?', en: 'Was everything clear?' },
    { kind: 'scale', text: 'Стоило ли это вашего времени?', en: 'Was it worth your time?' },
    {
      kind: 'text',
      text: 'Что добавить, убрать или сделать иначе?',
      en: 'What should be added, left out or done otherwise?',
    },
  ],
  later: [
    { kind: 'scale', text: 'Применяете ли вы то, что узнали?', en: 'Do you use what you learned?' },
    { kind: 'text', text: 'Что получилось, а что помешало?', en: 'What came of it, and what stood in the way?' },
  ],
}

export const sayQuestion = ({ kind, text, en }: KeptQuestion, language: Language): Question => ({
  kind,
  text: language === 'en' ? (en ?? text) : text,
})

/** What was left as it was read keeps its other language. */
export const keepQuestions = (
  asked: readonly Question[],
  known: readonly KeptQuestion[],
  language: Language,
): KeptQuestion[] =>
  asked.map(
    (one) =>
      known.find((before) => before.kind === one.kind && sayQuestion(before, language).text === one.text) ?? { ...one },
  )

/** The first question without an answer of its kind: each mark is wanted, words are given by who likes to. */
export function lackingAnswer(questions: readonly Question[], answers: readonly Answer[]): number | undefined {
  const fits = questions.map(({ kind }, place) => typeof answers[place] === (kind === 'scale' ? 'number' : 'string'))
  const lacking = fits.indexOf(false)
  if (lacking !== -1) return lacking
  return answers.length > questions.length ? questions.length : undefined
}
