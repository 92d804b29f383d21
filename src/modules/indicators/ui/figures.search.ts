import { z } from 'zod'
import { Day } from '../../../platform/contract.ts'
import { Asked } from '../values/ui/asked.ts'

/** The day of the figures and the cell that is asked about, as they stand in the address of a page of figures. */
export const FiguresSearch = z.object({
  date: Day.optional().catch(undefined),
  /** The day that is compared with. */
  before: Day.optional().catch(undefined),
  ...Asked.shape,
})
