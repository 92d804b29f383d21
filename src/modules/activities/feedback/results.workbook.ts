import type { Language, Translator } from '../../../platform/messages.ts'
import { type Cell, writeWorkbook } from '../../../platform/spreadsheets/index.ts'
import { type FeedbackResult, HIGHEST_MARK } from './feedback.contract.ts'

type Question = FeedbackResult['questions'][number]

/** What is shown on the page: marks on one sheet, words on another; neither has a name. */
export async function feedbackWorkbook(
  results: readonly FeedbackResult[],
  translator: Translator,
  language: Language,
): Promise<Buffer> {
  const say = (key: string): string => translator.say(language, `activities:feedback.${key}`)
  const shown = results
    .filter((result) => result.shown > 0)
    .flatMap(({ stage, questions }) => questions.map((question) => ({ stage: say(`stages.${stage}`), question })))
  const marks = Array.from({ length: HIGHEST_MARK }, (_, nth) => String(nth + 1))
  return await writeWorkbook({
    sheets: [
      {
        name: say('sheets.marks'),
        columns: [
          { header: say('columns.stage'), width: 24 },
          { header: say('columns.question'), width: 60 },
          { header: say('columns.answers'), width: 12, kind: 'number' },
          { header: say('columns.average'), width: 12, kind: 'number' },
          ...marks.map((header) => ({ header, width: 8, kind: 'number' as const })),
        ],
        rows: shown.flatMap(({ stage, question }) => (question.marks === null ? [] : [marksOf(stage, question)])),
      },
      {
        name: say('sheets.words'),
        columns: [
          { header: say('columns.stage'), width: 24 },
          { header: say('columns.question'), width: 60 },
          { header: say('columns.words'), width: 100, kind: 'text' },
        ],
        rows: shown.flatMap(({ stage, question }) => question.words.map((words) => [stage, question.text, words])),
      },
    ],
  })
}

function marksOf(stage: string, { text, marks }: Question): Cell[] {
  const counts = marks ?? []
  return [stage, text, counts.reduce((all, one) => all + one, 0), averageOf(counts), ...counts]
}

/** To a tenth; undefined where nobody gave a mark. */
function averageOf(marks: readonly number[]): Cell {
  const given = marks.reduce((all, one) => all + one, 0)
  if (given === 0) return null
  return Math.round((10 * marks.reduce((all, one, nth) => all + one * (nth + 1), 0)) / given) / 10
}
