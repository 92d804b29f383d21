import { day } from '../../../web/address.ts'
import { ASKED } from '../values/ui/asked.ts'

/** The day of the figures and the day that is compared with. */
export const DAYS = { date: day, before: day }

/** The day of the figures and the cell that is asked about, as they stand in the address of a page of figures. */
export const FIGURES = { ...DAYS, ...ASKED }
