import fc from 'fast-check'
import type { Leaf, Population, When } from '../../src/modules/population/population.contract.ts'

const pointWhen: fc.Arbitrary<When> = fc.constantFrom<When>(
  { by: 'date' },
  { during: 'calendar_year' },
  { during: 'school_year' },
  { during: { from: '2023-03-01', to: '2025-05-15' } },
)
const intervalWhen: fc.Arbitrary<When> = fc.constantFrom<When>(
  { at: 'date' },
  { by: 'date' },
  { overlapping: 'calendar_year' },
  { overlapping: 'school_year' },
  { overlapping: { from: '2024-01-01', to: '2024-12-31' } },
)

const many = fc.constantFrom({}, {}, { atLeast: 2 }, { atLeast: 3 })
const hours = fc.constantFrom(
  {},
  {},
  { total: { field: 'hours', atLeast: 36 } },
  { total: { field: 'hours', atLeast: 100 } },
)
const yesNo = fc.boolean().map((is) => ({ is }))
const oneOf = (...values: string[]) =>
  fc.oneof(
    fc.constantFrom(...values).map((is) => ({ is })),
    fc.subarray(values, { minLength: 1 }).map((is) => ({ is })),
  )
const where = (fields: Record<string, fc.Arbitrary<object>>) =>
  fc.record(fields, { requiredKeys: [] }).map((chosen) => ({ where: chosen }))

const TOPICS = ['эксперт ГИА', 'эксперт аттестации', 'педагогика', 'Профилактика  выгорания', 'нет такой темы']

const fact = (term: string, when: fc.Arbitrary<When>, ...parts: fc.Arbitrary<object>[]): fc.Arbitrary<Leaf> =>
  fc.tuple(when, ...parts).map(([w, ...rest]) => Object.assign({ term, when: w }, ...rest) as Leaf)

const LEAF: fc.Arbitrary<Leaf> = fc.oneof(
  fc.constantFrom<Leaf>({ term: 'pedagogue' }, { term: 'pedagogue', is: false }),
  oneOf('school', 'kindergarten', 'additional').map((c) => ({ term: 'organisationType', ...c })),
  fc
    .tuple(oneOf('учитель', 'воспитатель', 'ПДО', 'зам. директора', 'методист'), fc.constantFrom({}, { main: true }))
    .map(([c, m]) => ({ term: 'position', ...c, ...m })),
  oneOf('физика', 'Математика', 'биология').map((c) => ({ term: 'subject', ...c })),
  fc.constantFrom<Leaf>(
    { term: 'age', under: 35 },
    { term: 'age', from: 35 },
    { term: 'age', from: 25, under: 45 },
    { term: 'age', upTo: 34 },
    { term: 'age', is: 34 },
  ),
  fc.constantFrom<Leaf>(
    { term: 'experience', under: 3 },
    { term: 'experience', under: 1 },
    { term: 'experience', from: 3 },
    { term: 'experience', is: 0 },
  ),
  fc.constantFrom<Leaf>({ term: 'pedagogicalEducation' }, { term: 'pedagogicalEducation', is: false }),
  fact('diagnosed', pointWhen, many, where({ area: oneOf('subject', 'methodical', 'ict'), passed: yesNo })),
  fact(
    'trained',
    pointWhen,
    hours,
    where({
      kind: oneOf('upskilling', 'retraining'),
      form: oneOf('distance', 'in_person', 'blended'),
      topic: oneOf(...TOPICS),
    }),
  ),
  fact('trained', pointWhen, many, where({ topic: oneOf(...TOPICS) })),
  fact(
    'attended',
    pointWhen,
    many,
    where({
      level: oneOf('district', 'organisation'),
      audience: oneOf('молодые педагоги', 'МОЛОДЫЕ ПЕДАГОГИ', 'все'),
      topic: oneOf(...TOPICS),
    }),
  ),
  fact(
    'member',
    intervalWhen,
    many,
    where({
      kind: oneOf('районное методическое объединение', 'совет молодых педагогов', 'сообщество наставников'),
      level: oneOf('district', 'organisation'),
      role: oneOf('участник', 'руководитель'),
    }),
  ),
  fact('mentored', intervalWhen, many, where({ form: oneOf('педагог–педагог', 'педагог-педагог') })),
  fact('mentors', intervalWhen, many),
  fact('inPool', intervalWhen, where({ kind: oneOf('методический актив', 'кадровый резерв') })),
  fact(
    'employed',
    intervalWhen,
    many,
    where({ main: yesNo, organisationType: oneOf('school', 'kindergarten'), category: oneOf('высшая', 'первая') }),
  ),
  fact('hired', pointWhen, where({ position: oneOf('учитель', 'воспитатель') })),
)

const tree = (leaf: fc.Arbitrary<Population>): fc.Arbitrary<Population> =>
  fc.letrec<{ node: Population }>((tie) => ({
    node: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      leaf,
      fc.array(tie('node'), { maxLength: 4 }).map((all) => ({ all })),
      fc.array(tie('node'), { maxLength: 4 }).map((any) => ({ any })),
      tie('node').map((not) => ({ not })),
    ),
  })).node

/** Any population of people the language can say (windows of months and quarters have cases of their own). */
export const somePeople: fc.Arbitrary<Population> = tree(LEAF)

/** Any population of organisations, also by the people they have. */
export const someOrganisations: fc.Arbitrary<Population> = tree(
  fc.oneof(
    oneOf('school', 'kindergarten', 'methodical_centre').map((c) => ({ term: 'type', ...c })),
    fc.constantFrom<Leaf>(
      { term: 'inBeing' },
      { term: 'mentoringModel', when: { by: 'date' } },
      { term: 'pupils', from: 300 },
      { term: 'pupils', under: 500 },
    ),
    fc.tuple(somePeople, fc.constantFrom(1, 2, 3)).map(([of, atLeast]) => ({ term: 'people', of, atLeast })),
  ),
)
