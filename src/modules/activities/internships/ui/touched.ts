import type { Internship } from '../internships.contract.ts'

/** Queries that show something else once an internship was changed. */
export const touchedBy = ({ id }: Pick<Internship, 'id'>) => [['internship', id], ['internships']]
