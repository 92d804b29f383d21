import { AlignmentType, Paragraph } from 'docx'
import { ChartRun } from 'docx/charts'
import { type Chart, SERIES_COLOURS } from './document.ts'

const WIDTH = 620
const LINE_HEIGHT = 250
const BAR_HEIGHT = 90
const HEIGHT_OF_BAR = 13

/** A chart Word itself draws from the workbook inside it; nothing where there is nothing to draw. */
export function chartParagraph({ kind, title, about, unit, categories, series }: Chart): Paragraph[] {
  if (categories.length === 0 || series.length === 0) return []
  const numberFormat = unit === '%' ? '0.0' : '0'
  const shared = {
    title: { text: unit === '' ? title : `${title}, ${unit}`, font: { size: 11, bold: true } },
    // One line or bar is named by the title.
    ...(series.length === 1 && { legend: false as const }),
    categories: [...categories],
    altText: { name: title, description: about },
    valueAxis: { minimum: 0, numberFormat: '0' },
    dataLabels: { value: true, numberFormat },
  }
  const drawn = series.map((one, i) => ({ ...one, color: SERIES_COLOURS[i % SERIES_COLOURS.length] ?? '1F4E79' }))
  const chart =
    kind === 'line'
      ? new ChartRun({
          ...{ ...shared, type: 'line', markers: true, series: drawn },
          transformation: { width: WIDTH, height: LINE_HEIGHT },
          dataLabels: { ...shared.dataLabels, position: 'above' },
        })
      : new ChartRun({
          ...{ ...shared, type: 'bar', series: drawn, gapWidth: 60 },
          // Read from the top, as the table below.
          categoryAxis: { reverseOrder: true },
          valueAxis: { ...shared.valueAxis, crossesAt: 'maximum' },
          transformation: {
            width: WIDTH,
            height: BAR_HEIGHT + HEIGHT_OF_BAR * (series.length + 1) * categories.length,
          },
        })
  return [new Paragraph({ alignment: AlignmentType.CENTER, keepLines: true, children: [chart] })]
}
