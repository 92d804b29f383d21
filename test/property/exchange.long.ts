/** The stories of many more districts than the suite has time for. */
import { test } from 'vitest'
import { openTestHouse } from '../harness/house.ts'
import { tellStory } from './exchange.ts'

const FIRST = 101
const DISTRICTS = 200

const house = await openTestHouse()

test.each(Array.from({ length: DISTRICTS }, (_, index) => FIRST + index))('district %i', (seed) =>
  tellStory(house, seed),
)
