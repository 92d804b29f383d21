import { setTimeout } from 'node:timers/promises'
import { strFromU8, unzipSync } from 'fflate'
import { extractText } from 'unpdf'
import { expect, test } from 'vitest'
import { type Block, type Document, printDocx, printPdf } from './index.ts'

const chart: Block = {
  ...{ is: 'chart', kind: 'bar', title: 'Доли', about: 'P01 — 12,5 %', unit: '%', categories: ['P01', 'P02'] },
  series: [
    { name: 'сейчас', values: [12.5, null] },
    { name: 'раньше', values: [0, 100] },
  ],
}
const documentOf = (...blocks: readonly Block[]): Document => ({
  ...{ title: 'Справка', language: 'ru', date: '2025-12-31', footer: 'Справка' },
  parts: [{ landscape: false, blocks }],
})
const table = (rows: number): Block => ({
  ...{ is: 'table', caption: 'Таблица', columns: [{ title: 'Код', width: 1 }] },
  rows: Array.from({ length: rows }, (_, i) => [[{ text: `Строка ${i}`, href: `http://rost.example/${i}?a=1&b=2` }]]),
})
const line: Block = { ...chart, kind: 'line', categories: ['2024', '2025'], series: chart.series.slice(0, 1) }

test('the same document gives the same bytes, seconds apart too', async () => {
  const document = documentOf(chart, line, { is: 'list', items: [['раз'], ['два']] }, table(3))
  const first = [await printDocx(document), await printPdf(document)]
  // Archives keep time in steps of two seconds.
  await setTimeout(2100)
  const second = [await printDocx(document), await printPdf(document)]
  expect(second.map((bytes, i) => bytes.equals(first[i] ?? Buffer.alloc(0)))).toEqual([true, true])
})

const HOSTILE = [
  '<w:p>&amp;</w:p>',
  'до\u0000после\u0008\u001f',
  'половина \ud83d пары',
  '#import "/etc/passwd" $x$ *b* @ref `code` \\',
  ']]> <!-- ',
  '\ufffe\uffff',
]

test.for(HOSTILE)('whatever stands in a name is text: %j', async (name) => {
  const document = documentOf(
    { is: 'heading', level: 1, text: name },
    { is: 'paragraph', text: [name, { text: name, href: 'http://rost.example/', strong: true, tone: 'bad' }] },
    { ...chart, categories: [name, 'P02'] },
  )
  const parts = unzipSync(await printDocx(document))
  for (const [part, content] of Object.entries(parts)) {
    if (/\.(xml|rels)$/.test(part)) expect(strFromU8(content), part).not.toMatch(FORBIDDEN)
  }
  const { text } = await extractText(new Uint8Array(await printPdf(document)), { mergePages: true })
  expect(text).toContain('P02')
  expect(text).not.toContain('root:')
})

// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
const FORBIDDEN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\ud83d(?![\udc00-\udfff])/

test('a long table goes over pages, and its header row is one that repeats', async () => {
  const document = documentOf(table(200))
  const xml = strFromU8(unzipSync(await printDocx(document))['word/document.xml'] ?? new Uint8Array())
  expect(xml.match(/<w:tblHeader\/>/g)).toHaveLength(1)
  const { totalPages, text } = await extractText(new Uint8Array(await printPdf(document)), { mergePages: false })
  expect(totalPages).toBeGreaterThan(3)
  for (const page of text) expect(page).toContain('Код')
})

test('nothing to draw is no chart', async () => {
  const document = documentOf({ ...chart, categories: [], series: [] })
  expect(Object.keys(unzipSync(await printDocx(document))).filter((name) => name.includes('chart'))).toEqual([])
  expect((await extractText(new Uint8Array(await printPdf(document)))).totalPages).toBe(1)
})
