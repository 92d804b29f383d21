import { leavesOf, type Population } from '../../population/index.ts'
import { type DefinitionBody, quantitiesOf } from '../definitions/definition.contract.ts'
import { RESTARTS, type Restarts } from './trend.contract.ts'

/**
 * The shortest period the definition gathers facts of; null where it gathers none. What is gathered over a calendar year
 * rises until December whatever anybody does, so that only the same day of another year can be compared with it.
 */
export function restartsOf(body: DefinitionBody): Restarts | null {
  const { numerator, denominator } = quantitiesOf(body)
  const periods = [numerator, ...(denominator ? [denominator] : [])].flatMap(({ of }) => periodsOf(of))
  return RESTARTS.findLast((period) => periods.includes(period)) ?? null
}

function periodsOf(population: Population): string[] {
  return leavesOf(population).flatMap(({ when, of }) => {
    const period =
      when === undefined ? undefined : 'during' in when ? when.during : 'overlapping' in when && when.overlapping
    return [...(typeof period === 'string' ? [period] : []), ...(of === undefined ? [] : periodsOf(of))]
  })
}
