import { expect, test } from 'vitest'
import { DICTIONARY_TERMS } from '../../registry/districts/district.contract.ts'
import { withDefaults } from '../../registry/index.ts'
import { attentionOf } from './attention.ts'
import type { NoteFigure, NoteRow } from './figures.ts'
import { findingsOf, worseOutliers } from './findings.ts'
import type { NoteFacts } from './note.facts.ts'
import { attentionSection } from './sections/attention.section.ts'
import { findingsSection } from './sections/findings.section.ts'

/** A district that calls every unit by our name for it: so one sees which was meant. */
const words = withDefaults(Object.fromEntries(DICTIONARY_TERMS.map((term) => [term, { ru: term, en: term }])))

const row = (id: number, numerator: number): NoteRow => ({
  ...{ id: String(id), key: `Ш${id}`, label: `Школа № ${id}`, before: undefined },
  now: { numerator, denominator: 40 },
})

const figure = (code: string, over: Partial<NoteFigure>): NoteFigure => ({
  ...{ code, title: `Доля ${code}`, sentence: 'педагоги', isShare: true, series: [], band: undefined, slices: [] },
  ...{ sureness: undefined, subject: 'person', terms: [], before: { numerator: 20, denominator: 40 } },
  now: { numerator: 20, denominator: 40 },
  ...over,
})

/** Twenty schools alike, but the first far below and the second far above. */
const rows = Array.from({ length: 20 }, (_, i) => row(i + 1, i === 0 ? 5 : i === 1 ? 36 : 20))
const slices = [{ name: 'organisation', rows }]

const factsOf = (...figures: readonly NoteFigure[]): NoteFacts => ({
  ...{ district: 'Район', words, date: '2025-12-31', compare: '2024-12-31', period: ['2025-01-01', '2025-12-31'] },
  ...{ within: undefined, figures, faultyRows: undefined, masked: false, paper: {}, base: 'http://rost.example' },
  backing: { people: 800, pedagogues: 800, organisations: new Map([['school', 20]]), loads: 1, lastLoad: '2026-01-10' },
  organisationTypes: new Map(rows.map(({ id }) => [id, 'school'])),
})

/** All that is said, as one text. */
const said = (blocks: readonly unknown[]): string =>
  [...JSON.stringify(blocks).matchAll(/"((?:[^"\\]|\\.)*)"/g)]
    .map(([, text = '']) => text)
    .join('')
    .replaceAll('\u00a0', ' ')

test('organisations far from the others of their type are named with both figures; those below are to look at it', () => {
  const facts = factsOf(figure('P02', { slices, terms: ['diagnosed'] }))
  const findings = findingsOf(facts)
  expect(findings.outliers.map(({ outlier }) => outlier.row.key)).toEqual(['Ш2', 'Ш1'])
  expect(worseOutliers(findings).map(({ outlier }) => outlier.row.key)).toEqual(['Ш1'])
  expect(said(findingsSection(facts, findings))).toContain('5 из 40 (12,5 %)')
  expect(said(findingsSection(facts, findings))).toMatch(/; остальные школы — 5\d,\d %\./)
  const { organisations } = attentionOf(facts, findings)
  expect(organisations.map(({ row: { label } }) => label)).toEqual(['Школа № 1'])
})

test('where less is better, the one above is to look at it', () => {
  const band = { code: 'P02', version: 1, better: 'lower', good: 60, warn: 70, plan: null } as const
  const facts = factsOf(figure('P02', { slices, band }))
  expect(worseOutliers(findingsOf(facts)).map(({ outlier }) => outlier.row.key)).toEqual(['Ш2'])
})

test.for<[what: string, figure: NoteFigure, found: string[]]>([
  ['fell over enough people', figure('A', { now: { numerator: 10, denominator: 40 } }), ['fell A']],
  ['rose over enough people', figure('A', { now: { numerator: 30, denominator: 40 } }), ['rose A']],
  ['fell over nine people', figure('A', { now: { numerator: 1, denominator: 9 } }), []],
  ['fell by less than half a point', figure('A', { now: { numerator: 499, denominator: 1000 } }), []],
  ['had no value before', figure('A', { before: { numerator: 0, denominator: 0 } }), []],
  ['has no value now', figure('A', { now: { numerator: 0, denominator: 0 } }), []],
])('an indicator that %s', ([, one, found]) => {
  const { fell, rose } = findingsOf(factsOf(one))
  const names = [...fell.map((m) => `fell ${m.figure.code}`), ...rose.map((m) => `rose ${m.figure.code}`)]
  expect(names).toEqual(found)
})

test.for([
  [['trained'], 'person', 'methodical_centre', 'повышение квалификации'],
  [['diagnosed', 'inPool'], 'person', 'methodical_centre', 'методический актив'],
  [['organiserType', 'topic'], 'event', 'psychological_centre', 'выгорания'],
  [['mentored', 'member', 'attended'], 'person', 'methodical_centre', 'наставничество'],
  [[], 'post', 'department', 'кадровое обеспечение'],
  [['age', 'experience'], 'person', 'department', 'кадровое обеспечение'],
  [['something'], 'person', 'methodical_centre', 'мониторинг показателей'],
] as const)('%j of %s is the work of %s', ([terms, subject, unit, work]) => {
  const facts = factsOf(figure('A', { terms, subject, now: { numerator: 10, denominator: 40 } }))
  const text = said(attentionSection(facts, attentionOf(facts, findingsOf(facts)))).toLowerCase()
  expect(text).toContain(unit)
  expect(text).toContain(work)
})
