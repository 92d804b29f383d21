import type { Programme } from '../programmes.contract.ts'

export type StepProps = { readonly programme: Programme; onDone(): void }

/** Queries that show something else once a programme is a step further. */
export const touchedBy = ({ id }: Programme) => [['programme', id], ['programmes'], ['tasks']]
