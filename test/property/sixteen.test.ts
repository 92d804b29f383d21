import { expect, test } from 'vitest'
import { SIXTEEN } from '../../src/modules/indicators/definitions/sixteen.ts'
import { answerOf, computeIndicators, type Definition } from '../../src/modules/indicators/index.ts'
import { createDistrict } from '../../src/modules/registry/index.ts'
import { vocabulary } from '../../src/vocabulary.ts'
import { openTestHouse } from '../harness/house.ts'
import { booksOf, EDGE_DATES, makeDistrict } from '../oracle/district.ts'
import { indicatorsAt } from '../oracle/indicators.ts'
import { loadBooks } from '../oracle/load.ts'
import { emptyState, type State } from '../oracle/state.ts'
import { shareOf } from './share.ts'
import { storeState } from './store.ts'

const DISTRICTS = shareOf(50)
const FURTHER_DATES = [
  '2025-06-30',
  '2024-12-31',
  '2025-08-31',
  '2025-09-01',
  '2026-01-01',
  '2023-12-31',
  '2024-03-01',
  '2026-02-28',
  '2022-02-28',
  '2025-04-01',
  '2025-10-31',
  '2024-07-01',
  '2028-02-29',
]

const definitions: Definition[] = SIXTEEN.map(({ code, ru, en, short, body }, id) => ({
  id,
  indicatorId: id,
  code,
  version: 1,
  titleRu: ru,
  titleEn: en,
  shortRu: short.ru,
  shortEn: short.en,
  body,
  validFrom: '2021-01-01',
  validUntil: null,
  orderReference: null,
}))

const house = await openTestHouse()

function districtOf(seed: number): State {
  const state = emptyState()
  const date = EDGE_DATES[seed % EDGE_DATES.length] ?? '2025-12-31'
  // Every eighth district is nearly empty: nobody, one organisation, one person.
  const size = seed % 8 === 0 ? { organisations: seed % 3, people: seed % 2 } : {}
  loadBooks(state, booksOf(makeDistrict({ seed, date, edges: true, dirt: true, ...size })))
  return state
}

/** Codes and figures; titles are the product's, labels of keys are compared through the keys. */
function comparable(answer: { indicators: readonly object[] }): unknown {
  return JSON.parse(JSON.stringify(answer.indicators), (key, value) => {
    if (key === 'title' || key === 'label') return undefined
    if (key === 'slices')
      return Object.fromEntries(
        Object.entries(value as Record<string, { key: string }[]>).map(([name, rows]) => [
          name,
          [...rows].sort((a, b) => (a.key < b.key ? -1 : 1)),
        ]),
      )
    return value
  })
}

test.each(Array.from({ length: DISTRICTS }, (_, i) => i + 1))(
  'district %i: the engine counts what plain loops count',
  async (seed) => {
    const state = districtOf(seed)
    const { master } = house.services
    const tenant = await house.services.database.write(null, async (tx) => {
      const id = await createDistrict(tx, { code: `d${seed}`, name: `d${seed}` }, { master })
      await storeState(tx, state)
      return id
    })
    for (const date of [...EDGE_DATES, ...FURTHER_DATES]) {
      const computed = await computeIndicators(house.services.database.reader(tenant), definitions, {
        vocabulary,
        tenant,
        date,
      })
      expect(comparable(answerOf(date, computed)), `seed ${seed} on ${date}`).toEqual(
        comparable(indicatorsAt(state, date)),
      )
    }
  },
)
