import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { someOrganisations, somePeople } from '../../../../test/property/populations.ts'
import { vocabulary } from '../../../vocabulary.ts'
import { viewSubjects } from '../asking/terms.view.ts'
import { checkPopulation } from '../check.ts'
import { fits, Population } from '../population.contract.ts'
import { sayPopulation } from '../sentence.ts'
import { asWhen, BOUNDS, boundBy, boundsOf, firstLeaf, windowOf, windowsOf } from './conditions.ts'
import { begin, type Edit, type Editing, reduce } from './editing.ts'
import { faultsByNode, finished, termsOf } from './finish.ts'
import { type Node, nodesOf, plant, write } from './tree.ts'

const terms = termsOf(viewSubjects(vocabulary, 'ru'))
const anything = fc.oneof(
  somePeople.map((population) => ({ subject: 'person', population })),
  someOrganisations.map((population) => ({ subject: 'organisation', population })),
)

/** A group of one around the whole tree (or around the linked subjects) says nothing. */
function bare(population: Population): Population {
  const inner = (one: Population): Population => {
    if ('all' in one) return { all: one.all.map(inner) }
    if ('any' in one) return { any: one.any.map(inner) }
    if ('not' in one) return { not: inner(one.not) }
    return one.of === undefined ? one : { ...one, of: bare(one.of) }
  }
  let whole = inner(population)
  while ('all' in whole && whole.all.length === 1) whole = whole.all[0] ?? { all: [] }
  return whole
}

describe('what was read is what is written', () => {
  test('any population', () => {
    fc.assert(
      fc.property(anything, ({ subject, population }) => {
        const { population: written } = write(plant(population).root)
        expect(written).toEqual(bare(population))
        expect(sayPopulation(vocabulary, subject, written, 'ru')).toBe(
          sayPopulation(vocabulary, subject, bare(population), 'ru'),
        )
        expect(write(plant(written).root).population).toEqual(written)
      }),
      { numRuns: 1000 },
    )
  })

  test('every node has an id of its own and a place that is there', () => {
    fc.assert(
      fc.property(anything, ({ population }) => {
        const { root, next } = plant(population)
        const ids = nodesOf(root).map(({ id }) => id)
        expect(new Set(ids).size).toBe(ids.length)
        expect(Math.max(...ids)).toBeLessThan(next)
        const { places } = write(root)
        expect([...places.keys()].sort((a, b) => a - b)).toEqual([...ids].sort((a, b) => a - b))
      }),
    )
  })

  test('a fault of the language stands at the condition it is about', () => {
    fc.assert(
      fc.property(somePeople, fc.nat(), (population, which) => {
        const { root } = plant(population)
        const rows = nodesOf(root).filter((node) => node.kind === 'row')
        const row = rows[which % Math.max(1, rows.length)]
        if (row?.kind !== 'row') return
        const broken = reduce({ ...begin(population), root }, { is: 'setLeaf', id: row.id, leaf: { term: 'wizard' } })
        const { population: written, places } = write(broken.root)
        const faults = checkPopulation(vocabulary, 'person', written)
        expect(faults.length).toBeGreaterThan(0)
        const at = faultsByNode(new Map(faults.map(({ path, code }) => [path, code])), places)
        expect([...at]).toEqual([[row.id, 'term_unknown']])
      }),
    )
  })
})

type Step = { readonly kind: number; readonly which: number; readonly what: number }
const steps = fc.array(fc.record({ kind: fc.nat(9), which: fc.nat(1000), what: fc.nat(1000) }), { maxLength: 40 })

/** Where a node stands: the subject its conditions are about. */
function subjectsOf(node: Node, subject: string): [Node, string][] {
  if (node.kind === 'group') return [[node, subject], ...node.children.flatMap((c) => subjectsOf(c, subject))]
  const to = terms.term(subject, node.leaf.term)?.to ?? ''
  return [[node, subject], ...(node.of === null ? [] : subjectsOf(node.of, to))]
}

/** An edit somebody at the editor can make. */
function editOf({ root }: Editing, subject: string, { kind, which, what }: Step): Edit {
  const all = subjectsOf(root, subject)
  const [node, about] = all[which % all.length] ?? [root, subject]
  const group = node.kind === 'group' ? node : root
  const known = terms.subject(node.kind === 'group' ? about : subject)?.terms ?? []
  const term = known[what % known.length]
  switch (kind) {
    case 0:
    case 1:
      if (term === undefined) return { is: 'undo' }
      return { is: 'addRow', to: group.id, leaf: firstLeaf(term), linked: term.kind === 'link' }
    case 2:
      return { is: 'addGroup', to: group.id, operator: what % 2 === 0 ? 'any' : 'none' }
    case 3:
      return { is: 'setOperator', id: group.id, operator: (['all', 'any', 'none'] as const)[what % 3] ?? 'all' }
    case 4: {
      const declared = node.kind === 'row' ? terms.term(about, node.leaf.term) : undefined
      if (node.kind !== 'row' || declared === undefined) return { is: 'redo' }
      const value = declared.field?.values[0]?.value ?? 'учитель'
      const named = declared.field?.kind === 'code' || declared.field?.kind === 'ref'
      return { is: 'setLeaf', id: node.id, leaf: named ? { ...node.leaf, is: value } : node.leaf, merge: 'value' }
    }
    case 5:
      return { is: 'remove', id: node.id }
    case 6:
      return { is: 'move', id: node.id, by: what % 2 === 0 ? 1 : -1 }
    case 7:
      return { is: 'indent', id: node.id }
    case 8:
      return { is: 'outdent', id: node.id }
    default:
      return { is: what % 2 === 0 ? 'undo' : 'redo' }
  }
}

const start = fc
  .oneof(fc.constant({ subject: 'person', population: { all: [] } as Population }), anything)
  .filter(({ population }) => fits(population))

describe('any sequence of edits', () => {
  test('leaves a population that is right, or says what is not finished', () => {
    fc.assert(
      fc.property(start, steps, ({ subject, population }, taken) => {
        let state = begin(population)
        for (const step of taken) state = reduce(state, editOf(state, subject, step))
        const { population: whole } = write(state.root)
        const done = finished(state.root, subject, terms)
        const { population: written } = write(done.root)
        expect(Population.safeParse(written).success, JSON.stringify(written)).toBe(true)
        expect(checkPopulation(vocabulary, subject, written)).toEqual([])
        const faults = checkPopulation(vocabulary, subject, whole)
        expect(
          faults.every(({ code }) => code === 'value_missing'),
          JSON.stringify(faults),
        ).toBe(true)
        if (faults.length > 0) expect(done.unfinished.size).toBeGreaterThan(0)
        if (done.unfinished.size === 0) expect(written).toEqual(whole)
        const ids = nodesOf(state.root).map(({ id }) => id)
        expect(new Set(ids).size).toBe(ids.length)
        expect(Math.max(...ids)).toBeLessThan(state.next)
      }),
      { numRuns: 1000 },
    )
  })

  test('can be taken back to the beginning, and made again', () => {
    fc.assert(
      fc.property(start, steps, ({ subject, population }, taken) => {
        let state = begin(population)
        for (const step of taken) {
          const edit = editOf(state, subject, step)
          if (edit.is !== 'undo' && edit.is !== 'redo') state = reduce(state, edit)
        }
        const last = state.root
        const past = state.past.length
        for (let i = 0; i < past; i++) state = reduce(state, { is: 'undo' })
        expect(write(state.root)).toEqual(write(begin(population).root))
        expect(reduce(state, { is: 'undo' })).toBe(state)
        for (let i = 0; i < past; i++) state = reduce(state, { is: 'redo' })
        expect(state.root).toEqual(last)
      }),
    )
  })

  test('the focus goes to something that is there', () => {
    fc.assert(
      fc.property(start, steps, ({ subject, population }, taken) => {
        let state = begin(population)
        for (const step of taken) {
          const edit = editOf(state, subject, step)
          const next = reduce(state, edit)
          if (next !== state && next.focus !== null && next.focus !== state.focus)
            expect(nodesOf(next.root).map(({ id }) => id)).toContain(next.focus.id)
          state = next
        }
      }),
    )
  })
})

const PEDAGOGUE = { term: 'pedagogue' }
const AGE = { term: 'age', under: 35 }
const MENTORED = { term: 'mentored', when: { at: 'date' } } as const
const at = (state: Editing, term: string): number =>
  nodesOf(state.root).find((node) => node.kind === 'row' && node.leaf.term === term)?.id ?? 0
const said = (state: Editing): Population => write(state.root).population

describe('moving', () => {
  const three = begin({ all: [PEDAGOGUE, AGE, MENTORED] })

  test('a condition goes in with the one before it, and out again', () => {
    const inside = reduce(three, { is: 'indent', id: at(three, 'mentored') })
    expect(said(inside)).toEqual({ all: [PEDAGOGUE, { any: [AGE, MENTORED] }] })
    const once = reduce(inside, { is: 'outdent', id: at(inside, 'mentored') })
    expect(said(once)).toEqual({ all: [PEDAGOGUE, { any: [AGE] }, MENTORED] })
    expect(said(reduce(once, { is: 'outdent', id: at(once, 'age') }))).toEqual({ all: [PEDAGOGUE, AGE, MENTORED] })
  })

  test('the first and the last go no farther', () => {
    expect(reduce(three, { is: 'move', id: at(three, 'pedagogue'), by: -1 })).toBe(three)
    expect(reduce(three, { is: 'move', id: at(three, 'mentored'), by: 1 })).toBe(three)
    expect(reduce(three, { is: 'outdent', id: at(three, 'age') })).toBe(three)
  })

  test('after one is taken away the focus stands on its neighbour', () => {
    const less = reduce(three, { is: 'remove', id: at(three, 'age') })
    expect(less.focus).toMatchObject({ id: at(less, 'mentored'), part: 'remove' })
  })

  test('a number typed key by key is one step back', () => {
    let state = three
    for (const under of [3, 30])
      state = reduce(state, { is: 'setLeaf', id: at(state, 'age'), leaf: { term: 'age', under }, merge: 'under' })
    expect(said(reduce(state, { is: 'undo' }))).toEqual(said(three))
  })
})

describe('limits', () => {
  test.each(BOUNDS.filter((one) => one !== 'other'))('%s is what it was bounded by', (bounds) => {
    fc.assert(
      fc.property(fc.constantFrom({}, { from: 3 }, { under: 35 }, { from: 25, upTo: 40 }, { is: 7 }), (limits) => {
        expect(boundsOf(boundBy(bounds, limits))).toBe(bounds)
      }),
    )
  })

  test.each(['day', 'span'] as const)('every window of a %s is one the language takes', (time) => {
    const term = time === 'day' ? 'trained' : 'member'
    for (const before of [{ by: 'date' }, { lastMonths: 12 }] as const)
      for (const window of windowsOf(time)) {
        const when = asWhen(window, time, before, '2025-12-31')
        expect(windowOf(when)).toBe(window)
        expect(checkPopulation(vocabulary, 'person', { term, when })).toEqual([])
      }
  })
})
