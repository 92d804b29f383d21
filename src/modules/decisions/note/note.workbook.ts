import type { Cell, WrittenChart, WrittenSheet, WrittenWorkbook } from '../../../platform/spreadsheets/index.ts'
import type { Figure } from '../../indicators/index.ts'
import { amountOf } from '../../indicators/index.ts'
import { changeOf, type NoteFigure, standing } from './figures.ts'
import { cellLink, figureLink } from './links.ts'
import type { NoteFacts } from './note.facts.ts'
import { STANDING_WORDS, sliceWords } from './note.words.ts'
import { ORGANISATIONS, organisationOutliers, outliersOf } from './outliers.ts'
import { sayDay, sayPeriod, sayShortDay } from './russian.ts'

/** Everything the note speaks of as tables to count with: values unrounded, as the API gives them. */
export function noteWorkbook(facts: NoteFacts): WrittenWorkbook {
  return { sheets: [valuesSheet(facts), slicesSheet(facts), seriesSheet(facts), gapsSheet(facts), aboutSheet(facts)] }
}

/** Numerator, denominator and value; of a share the value is a fraction, over nothing it is empty. */
const counted = (figure: Figure | undefined): Cell[] => {
  if (figure === undefined) return [null, null, null]
  const { numerator, denominator } = figure
  if (denominator === null) return [null, null, numerator]
  return [numerator, denominator, denominator === 0 ? null : numerator / denominator]
}

/** What is drawn: shares in per cent, to a hundredth. */
const percent = (figure: Figure | undefined): Cell => {
  const amount = figure === undefined || figure.denominator === null ? null : amountOf(figure)
  return amount === null ? null : Math.round(amount * 100) / 100
}

const change = (before: Figure | undefined, now: Figure): Cell => changeOf(before, now)?.by ?? null

function valuesSheet(facts: NoteFacts): WrittenSheet {
  const { figures, date, compare } = facts
  const [now, then] = [sayShortDay(date), sayShortDay(compare)]
  const shares = figures.flatMap(({ isShare }, i) => (isShare ? [i] : []))
  const [first, last] = [shares[0], shares.at(-1)]
  return {
    name: 'Показатели',
    columns: [
      { header: 'Код', width: 8 },
      { header: 'Показатель', width: 70 },
      { header: 'Сколько', width: 10 },
      { header: 'Из скольких', width: 12 },
      { header: 'Значение', width: 12 },
      { header: `% на ${now}`, width: 14 },
      { header: `% на ${then}`, width: 14 },
      { header: `Сколько на ${then}`, width: 20 },
      { header: `Из скольких на ${then}`, width: 22 },
      { header: `Значение на ${then}`, width: 22 },
      { header: 'Изменение (п. п. или число)', width: 26 },
      { header: 'Положение', width: 16 },
      { header: 'Норма', width: 8 },
      { header: 'Внимание', width: 10 },
      { header: 'План года', width: 10 },
      { header: 'Что считается', width: 60 },
      { header: 'Страница', width: 50 },
    ],
    rows: figures.map((figure) => [
      figure.code,
      figure.title,
      ...counted(figure.now),
      percent(figure.now),
      percent(figure.before),
      ...counted(figure.before),
      change(figure.before, figure.now),
      standingText(figure),
      figure.band?.good ?? null,
      figure.band?.warn ?? null,
      figure.band?.plan ?? null,
      figure.sentence,
      figureLink(facts, figure.code),
    ]),
    charts:
      first === undefined || last === undefined
        ? []
        : [
            {
              kind: 'bar',
              title: 'Показатели, которые считаются долей, %',
              labels: 0,
              values: [5, 6],
              rows: [first, last],
              at: { row: figures.length + 3, column: 1, rows: 30, columns: 6 },
            },
          ],
  }
}

function standingText(figure: NoteFigure): string {
  const stands = standing(figure)
  return stands === null ? '' : STANDING_WORDS[stands].text
}

function slicesSheet(facts: NoteFacts): WrittenSheet {
  const then = sayShortDay(facts.compare)
  return {
    name: 'Срезы',
    columns: [
      { header: 'Код', width: 8 },
      { header: 'Разрез', width: 22 },
      { header: 'Ключ', width: 16 },
      { header: 'Название', width: 50 },
      { header: 'Сколько', width: 10 },
      { header: 'Из скольких', width: 12 },
      { header: 'Значение', width: 12 },
      { header: `Сколько на ${then}`, width: 20 },
      { header: `Из скольких на ${then}`, width: 22 },
      { header: `Значение на ${then}`, width: 22 },
      { header: 'Изменение (п. п. или число)', width: 26 },
      { header: 'Отличие от остальных, п. п.', width: 26 },
      { header: 'Страница', width: 50 },
    ],
    rows: facts.figures.flatMap((figure) => figure.slices.flatMap((slice) => sliceRows(facts, figure, slice))),
  }
}

function sliceRows(facts: NoteFacts, figure: NoteFigure, slice: NoteFigure['slices'][number]): Cell[][] {
  const outliers =
    slice.name === ORGANISATIONS ? organisationOutliers(figure, facts.organisationTypes) : outliersOf(slice.rows)
  const far = new Map(outliers.map(({ row, by }) => [row, by]))
  return slice.rows.map((row) => [
    figure.code,
    sliceWords(slice.name).one,
    row.key,
    row.label,
    ...counted(row.now),
    ...counted(row.before),
    change(row.before, row.now),
    far.get(row) ?? null,
    cellLink(facts, figure.code, slice.name, row.key),
  ])
}

function seriesSheet({ figures }: NoteFacts): WrittenSheet {
  const series = figures.filter((one) => one.series.length > 0)
  const rows = series.flatMap(({ code, series: points, isShare }) =>
    points.map(({ date, figure }): Cell[] => [
      code,
      { date },
      ...counted(figure),
      isShare ? percent(figure) : figure.numerator,
    ]),
  )
  return {
    name: 'Ряды',
    columns: [
      { header: 'Код', width: 8 },
      { header: 'На дату', width: 12, kind: 'date' },
      { header: 'Сколько', width: 12 },
      { header: 'Из скольких', width: 12 },
      { header: 'Значение', width: 12 },
      { header: '% или число', width: 14 },
    ],
    rows,
    charts: seriesCharts(series),
  }
}

const CHART_ROWS = 15

function seriesCharts(series: readonly NoteFigure[]): WrittenChart[] {
  let begin = 0
  return series.map(({ code, isShare, series: points }, i) => {
    const rows = [begin, begin + points.length - 1] as const
    begin += points.length
    return {
      kind: 'line',
      title: isShare ? `${code} по годам, %` : `${code} по годам`,
      labels: 1,
      values: [5],
      rows,
      at: { row: 1 + i * (CHART_ROWS + 1), column: 7, rows: CHART_ROWS, columns: 8 },
    }
  })
}

/** Counts and reasons alone: a workbook goes farther than a page. */
function gapsSheet({ figures, faultyRows }: NoteFacts): WrittenSheet {
  return {
    name: 'Люди не учтены',
    columns: [
      { header: 'Показатель или файл', width: 22 },
      { header: 'Что', width: 40 },
      { header: 'Почему', width: 60 },
      { header: 'Сколько', width: 10 },
    ],
    rows: [
      ...figures.flatMap(({ code, sureness }) =>
        [...(sureness?.reasons ?? [])].map(([reason, count]) => [code, 'не учтены и не исключены', reason, count]),
      ),
      ...(faultyRows ?? []).map(({ file, reason, count }) => [file, 'строки не приняты', reason, count]),
    ],
  }
}

function aboutSheet({ district, date, compare, period, within, backing, masked, words }: NoteFacts): WrittenSheet {
  return {
    name: 'О справке',
    columns: [
      { header: 'Что', width: 34 },
      { header: 'Значение', width: 80 },
    ],
    rows: [
      ['Документ', words.note.ru],
      ['Район', district],
      ['На дату', sayDay(date)],
      ['Сравнивается с датой', sayDay(compare)],
      ['Период показателей за год', sayPeriod(period)],
      ['Охват', within === undefined ? 'весь район' : within.join('; ')],
      ['Работников', backing.people],
      ['Педагогов среди них', backing.pedagogues],
      ['Организаций', [...backing.organisations.values()].reduce((sum, count) => sum + count, 0)],
      ['Последняя загрузка', backing.lastLoad === null ? 'загрузок не было' : sayDay(backing.lastLoad)],
      ...(masked ? [['Закрытые сведения', 'результаты диагностики — только для групп от пяти человек']] : []),
    ],
  }
}
