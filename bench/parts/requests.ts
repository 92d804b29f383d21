import { type Definition, quantitiesOf } from '../../src/modules/indicators/definitions/definition.contract.ts'
import { datesOf } from '../../src/modules/indicators/values/compute.ts'
import type { CountRequest } from '../../src/modules/population/index.ts'

/** What a whole batch of definitions asks the engine to count, as the computation asks it. */
export function requestsOf(definitions: readonly Definition[], date: string): CountRequest[] {
  return definitions.flatMap((definition) => {
    const { numerator, denominator } = quantitiesOf(definition.body)
    const { slices } = definition.body
    const at = (quantity: CountRequest['quantity']) =>
      datesOf(definition, date).map((day) => ({ quantity, date: day, slices }))
    return [...at(numerator), ...(denominator ? at(denominator) : [])]
  })
}
