import { sql } from 'kysely'
import type { LearningBook } from '../documents/index.ts'
import { textKey } from '../registry/index.ts'
import { restoreGiven, revokeGiven } from './learning.given.ts'
import { enterLearning, strikeLearning } from './learning.repo.ts'

/** Compared by letters and digits; a digit or two say nothing. */
const BARE = sql`nullif(substring(regexp_replace(lower(l.document_number), '[^0-9a-zа-яё]', '', 'g') from '^.{3,}$'), '')`

/** Rows of learning as told by people and confirmed; those of files stay the files' own. */
export const learningBook: LearningBook = {
  async findSame(db, people, { programme, provider, startsOn, endsOn, number }) {
    const { rows } = await sql<{ title: string; startsOn: string; endsOn: string; number: string | null }>`
      select p.label as title, l.starts_on as "startsOn", l.ends_on as "endsOn", l.document_number as number
      from activities.learning l
      join registry.classifier_value p on p.id = l.programme_id
      join registry.classifier_value v on v.id = l.provider_id
      where l.person_id = any (${[...people]}::bigint[])
        and (${BARE} = regexp_replace(lower(${number}::text), '[^0-9a-zа-яё]', '', 'g')
          or (p.key = ${textKey(programme)} and v.key = ${textKey(provider)}
            and l.starts_on = ${startsOn} and l.ends_on = ${endsOn}))
      order by l.ends_on desc limit 10`.execute(db)
    return rows
  },
  enter: enterLearning,
  strike: strikeLearning,
  revoke: revokeGiven,
  restore: restoreGiven,
}
