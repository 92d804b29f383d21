import type { Block, Text } from '../../../../platform/documents/index.ts'
import { type Attention, type Concern, UNIT_OF } from '../attention.ts'
import { isWorse, standing } from '../figures.ts'
import type { NoteFacts } from '../note.facts.ts'
import { STANDING_WORDS, WORK_WORDS } from '../note.words.ts'
import { ORGANISATIONS } from '../outliers.ts'
import { sayCount, sayShare, upperFirst } from '../russian.ts'
import { cellInline, figureInline, sayMoved } from './inlines.ts'

/** Whose work the findings are: units of the district first, then organisations. */
export function attentionSection(facts: NoteFacts, { works, organisations }: Attention): Block[] {
  const heading: Block = { is: 'heading', level: 1, text: 'Кому обратить внимание' }
  const faulty = (facts.faultyRows ?? []).reduce((sum, { count }) => sum + count, 0)
  const rows: (readonly Text[])[] = [
    ...works.map(({ work, concerns }): Text[] => [
      [{ text: upperFirst(facts.words[UNIT_OF[work]].ru), strong: true }, `: ${WORK_WORDS[work]}`],
      lines(concerns.map((concern) => concernText(facts, concern))),
    ]),
    ...organisations.map(({ row, outliers }): Text[] => [
      ['Руководитель: ', { text: row.label, strong: true }],
      lines(
        outliers.map(({ figure, outlier }) => [
          `${figure.code}: `,
          cellInline(facts, figure.code, ORGANISATIONS, outlier.row.key, outlier.row.now),
          `, у остальных того же типа ${sayShare(outlier.others.numerator, outlier.others.denominator ?? 1)}`,
        ]),
      ),
    ]),
    ...(faulty === 0
      ? []
      : [
          [
            [{ text: upperFirst(facts.words.methodical_centre.ru), strong: true }, ': загрузка данных'],
            [{ text: `Исправить строки, которые не приняты: ${sayCount(faulty)}`, href: `${facts.base}/loads` }],
          ],
        ]),
  ]
  if (rows.length === 0) return [heading, { is: 'paragraph', text: ['Отдельных поручений из значений не следует.'] }]
  return [
    heading,
    {
      is: 'table',
      caption: 'Чья это работа и на что посмотреть',
      columns: [
        { title: 'Кому', width: 2 },
        { title: 'На что обратить внимание', width: 4 },
      ],
      rows,
    },
  ]
}

function concernText(facts: NoteFacts, { figure, moved }: Concern): Text {
  const stands = standing(figure)
  const reasons = [
    ...(stands === 'bad' || stands === 'warn' ? [STANDING_WORDS[stands].text] : []),
    ...(moved !== undefined && isWorse(figure, moved.change.by) ? [sayMoved(moved.change, figure.isShare)] : []),
  ]
  return [`${figure.code}: `, figureInline(facts, figure), `, ${reasons.join(', ')}`]
}

const lines = (texts: readonly Text[]): Text => texts.flatMap((text, i) => (i === 0 ? text : ['\n', ...text]))
