/** Queries that show something else once somebody’s studying was changed. */
export const touchedBy = (id: number) => [['self-study', id], ['self-studies'], ['tasks']]
