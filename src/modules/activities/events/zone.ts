import { sql } from 'kysely'

/** The time zone of the connection's district, in statements. */
export const ZONE = sql<string>`(select d.time_zone from registry.district d where d.id = platform.tenant())`
