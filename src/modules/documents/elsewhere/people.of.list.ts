import { sql } from 'kysely'
import type { Tx } from '../../../platform/db/db.ts'
import type { CommandContext } from '../../../platform/http/route.ts'
import { type Known, recogniseLines, wordsOf } from '../../registry/index.ts'

type Line = { readonly row: number; readonly text: string }

/** Whom of the people somebody records for the lines of a list mean. */
export async function recognisePeople({ tx, today, tenant, reach, note }: CommandContext, _: unknown, read: Line[]) {
  const people = await findNamed(tx, reach, today, [...new Set(read.flatMap(({ text }) => wordsOf(text)))])
  const lines = recogniseLines(read, people)
  note({ kind: 'district', id: tenant ?? 0, details: { lines: lines.length } })
  return { lines }
}

/** Those who work within the reach now and whose surname is among the words. */
async function findNamed(
  tx: Tx,
  { district, organisations }: CommandContext['reach'],
  today: string,
  words: readonly string[],
): Promise<Known[]> {
  const within = district ? sql`true` : sql`s.organisation_id = any (${[...organisations]}::bigint[])`
  const { rows } = await sql<Known>`
    select distinct on (h.id) h.id, h.surname, h.given_name as "givenName", h.patronymic,
      json_build_object('code', o.code, 'name', o.name)::jsonb as organisation
    from registry.person h
    join registry.person_span s on s.person_id = h.id and s.from_on <= ${today} and s.to_on >= ${today}
    join registry.organisation o on o.id = s.organisation_id
    where replace(lower(h.surname), 'ё', 'е') = any (${[...words]}::text[]) and ${within}
    order by h.id`.execute(tx)
  return rows
}
