import { sql } from 'kysely'

/** Of a meeting `m`, in whole minutes. */
export const LENGTH = sql<number>`(extract(epoch from m.ends_at - m.starts_at) / 60)::int`

/** How many of them the one of presence `p` was there: as typed, else between coming and leaving, else all of it. */
export const MINUTES = sql<number>`coalesce(p.minutes, greatest(0, extract(epoch from
  least(coalesce(p.left_at, m.ends_at), m.ends_at) - greatest(coalesce(p.came_at, m.starts_at), m.starts_at)) / 60)::int)`
