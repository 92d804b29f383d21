import { test } from 'vitest'
import { openTestHouse } from '../harness/house.ts'
import { tellStory } from './exchange.ts'

const DISTRICTS = 8

const house = await openTestHouse()

test.each(Array.from({ length: DISTRICTS }, (_, index) => index + 1))(
  'district %i: every load answers what the oracle answers, and so do the figures',
  (seed) => tellStory(house, seed),
)
