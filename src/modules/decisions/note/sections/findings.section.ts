import type { Block, Inline, Text } from '../../../../platform/documents/index.ts'
import { isNothing, type NoteFigure } from '../figures.ts'
import { type Findings, isEmptyFindings, type Moved, type OutlierOf } from '../findings.ts'
import type { NoteFacts } from '../note.facts.ts'
import { TYPE_WORDS } from '../note.words.ts'
import { ORGANISATIONS } from '../outliers.ts'
import { sayBound, sayDay, sayMany, sayShare } from '../russian.ts'
import { cellInline, figureInline, sayBand, sayMoved } from './inlines.ts'

const OUTLIERS_SHOWN = 10

/** What stands out, as sentences with the figures they rest on. */
export function findingsSection(facts: NoteFacts, findings: Findings): Block[] {
  const { bad, warned, behindPlan, fell, rose, unjudged } = findings
  const heading: Block = { is: 'heading', level: 1, text: 'Что выделяется' }
  if (facts.figures.every(({ now }) => isNothing(now)))
    return [heading, paragraph(`Данных на ${sayDay(facts.date)} нет, поэтому и выделить нечего.`)]
  if (isEmptyFindings(findings) && !unjudged)
    return [heading, paragraph('Ни один показатель не вышел за границы и заметно не изменился.')]
  const since = sayDay(facts.compare)
  const judged = (figure: NoteFigure): Text => [...named(facts, figure), ` — ${sayBand(figure)}.`]
  return [
    heading,
    ...(unjudged ? [paragraph('Границы показателей в районе не заданы, поэтому значения не оцениваются.')] : []),
    ...group(`За границей, которую задал район, — ${sayMany(bad.length, INDICATORS)}:`, bad.map(judged)),
    ...group(`Требуют внимания — ${sayMany(warned.length, INDICATORS)}:`, warned.map(judged)),
    ...group(
      `План года не достигнут — ${sayMany(behindPlan.length, INDICATORS)}:`,
      behindPlan.map((figure) => [
        ...named(facts, figure),
        `; план — ${sayBound(figure.band?.plan ?? 0, figure.isShare)}.`,
      ]),
    ),
    ...group(`Заметнее всего снизились с ${since}:`, fell.map(movedText(facts))),
    ...group(`Заметнее всего выросли с ${since}:`, rose.map(movedText(facts))),
    ...outliersOf(facts, findings),
  ]
}

const INDICATORS = ['показатель', 'показателя', 'показателей'] as const

const paragraph = (text: string): Block => ({ is: 'paragraph', text: [text] })

const group = (title: string, items: readonly Text[]): Block[] =>
  items.length === 0 ? [] : [paragraph(title), { is: 'list', items }]

const named = (facts: NoteFacts, figure: NoteFigure): Inline[] => [
  { text: `${figure.code} `, strong: true },
  `${figure.title}: `,
  figureInline(facts, figure),
]

/** A sentence ends with one full stop, also after `п. п.`. */
const endOf = (text: string): string => (text.endsWith('.') ? text : `${text}.`)

const movedText =
  (facts: NoteFacts) =>
  ({ figure, change }: Moved): Text => [...named(facts, figure), ` — ${endOf(sayMoved(change, figure.isShare))}`]

function outliersOf(facts: NoteFacts, { outliers }: Findings): Block[] {
  const shown = outliers.slice(0, OUTLIERS_SHOWN)
  const more = outliers.length - shown.length
  return [
    ...group(
      'Сильно отличаются от остальных организаций своего типа (на десять процентных пунктов и больше, причём случайностью это не объяснить):',
      shown.map((outlier) => outlierText(facts, outlier)),
    ),
    ...(more > 0 ? [paragraph(`И ещё ${sayMany(more, CASES)}: см. раздел «Разрезы».`)] : []),
  ]
}

const CASES = ['случай', 'случая', 'случаев'] as const

/** `Школа № 5, P02: 3 из 25 (12,0 %); остальные школы — 45,6 %.` */
export function outlierText(facts: NoteFacts, { figure, outlier }: OutlierOf): Text {
  const { row, others } = outlier
  const type = facts.organisationTypes.get(row.id)
  const rest = (type === undefined ? undefined : TYPE_WORDS[type]?.others) ?? 'остальные'
  return [
    { text: row.label, strong: true },
    `, ${figure.code}: `,
    cellInline(facts, figure.code, ORGANISATIONS, row.key, row.now),
    `; ${rest} — ${sayShare(others.numerator, others.denominator ?? 1)}.`,
  ]
}
