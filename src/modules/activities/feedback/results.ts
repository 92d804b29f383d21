import type { ReadDb } from '../../../platform/db/db.ts'
import type { Language } from '../../../platform/messages.ts'
import { type FeedbackResult, HIGHEST_MARK } from './feedback.contract.ts'
import { sayQuestion } from './questions.ts'
import { type Asking, findAnswers } from './results.repo.ts'
import { shownAmong } from './shown.ts'

type Reader = { readonly db: ReadDb; readonly today: string; readonly language: Language }

/** What was answered to these askings, wording by wording, the questions at the end first and the last wording first. */
export async function tellResults(reader: Reader, askings: readonly Asking[]): Promise<FeedbackResult[]> {
  const byForm = Map.groupBy(askings, ({ form }) => form)
  const groups = [...byForm.values()].sort(([a], [b]) =>
    a === undefined || b === undefined ? 0 : a.stage.localeCompare(b.stage) || b.edition - a.edition,
  )
  return await Promise.all(groups.map((group) => tellForm(reader, group)))
}

async function tellForm({ db, today, language }: Reader, askings: readonly Asking[]): Promise<FeedbackResult> {
  const [first] = askings
  if (first === undefined) throw new Error('a group of nothing')
  const shown = shownAmong(askings.filter(({ closesOn }) => closesOn < today))
  const ids = shown.map(({ id }) => id)
  const said = ids.length === 0 ? [] : await findAnswers(db, ids)
  const open = askings.map(({ closesOn }) => closesOn).filter((day) => day >= today)
  return {
    stage: first.stage,
    ...{ events: askings.length, shownEvents: shown.length },
    asked: sum(askings.map(({ asked }) => asked)),
    answered: sum(askings.map(({ answered }) => answered)),
    shown: sum(shown.map(({ answered }) => answered)),
    closesOn: open.at(-1) ?? null,
    questions: first.questions.map((kept, place) => {
      const { marks = NO_MARKS, words = [] } = said.find(({ question }) => question === place) ?? {}
      return { ...sayQuestion(kept, language), marks: kept.kind === 'scale' ? [...marks] : null, words: [...words] }
    }),
  }
}

const NO_MARKS: readonly number[] = Array.from({ length: HIGHEST_MARK }, () => 0)

const sum = (numbers: readonly number[]): number => numbers.reduce((all, one) => all + one, 0)
