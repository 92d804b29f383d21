import { sql } from 'kysely'
import type { ReadDb } from '../../../platform/db/db.ts'

const LATIN = "qwertyuiop[]asdfghjkl;'zxcvbnm,.`"
const CYRILLIC = 'йцукенгшщзхъфывапролджэячсмитьбюе'

/** What would stand there had the keyboard been switched to Russian: «bdfyjdf» → «иванова». */
export const switched = (text: string): string =>
  [...text.toLowerCase()].map((letter) => CYRILLIC[LATIN.indexOf(letter)] ?? letter).join('')

/** Words nearer than this many letters wrong, missing, too many are taken for the one meant. */
const farthest = (word: string): number => (word.length >= 6 ? 2 : 1)

/** Shorter ones are like too many others. */
const SHORTEST = 3
const MOST_MEANT = 5

/**
 * The words of names in the district whose beginnings are nearest to this one; itself where some name begins so, nothing
 * where none is near. `word` is lowered and without ё, as in the key of a name.
 */
export async function findMeant(db: ReadDb, word: string): Promise<readonly string[]> {
  if (word.length < SHORTEST) return [word]
  const most = farthest(word)
  const { rows } = await sql<{ word: string; far: number }>`
    select word, min(far) as far from (
      select substr(w, 1, n) as word, platform.levenshtein_less_equal(substr(w, 1, n), ${word}, ${most}) as far
      from (select distinct unnest(string_to_array(ltrim(name_key), ' ')) as w from registry.person_name) words
      cross join generate_series(${word.length - 1}::int, ${word.length + 1}::int) n
      where length(w) >= n and w <> ''
    ) near where far <= ${most} group by word order by far, word limit 100`.execute(db)
  const [first] = rows
  return rows
    .filter(({ far }) => far === first?.far)
    .slice(0, MOST_MEANT)
    .map((row) => row.word)
}
