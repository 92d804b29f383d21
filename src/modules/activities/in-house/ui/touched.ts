import type { InHouse } from '../in-house.contract.ts'

/** What shows something else once the centre was asked or has decided. */
export const TOUCHED = [['in-house'], ['event'], ['events'], ['tasks'], ['my-credited']]

type Read = { readonly id: number; readonly version: number }

export const asRead = (events: readonly InHouse[]): Read[] => events.map(({ id, version }) => ({ id, version }))
