/** What separates the fields of a CSV file, and how many characters stand before the first row. */
export type CsvDialect = { readonly delimiter: string; readonly skip: number }

const candidates: readonly string[] = ['\t', ';', ',']
const recordsSeen = 50

/**
 * Tells the delimiter from the first records, outside quotes. A tab or semicolon that stands equally often in nearly
 * all records decides at once (commas occur in any text, the other way round hardly); else the candidate
 * wins that makes the most columns in the most records. A first line `sep=;`, as Excel knows it, is obeyed and no row.
 */
export function guessCsvDialect(head: string): CsvDialect {
  const declared = /^sep=(.)(\r\n|\n|\r)/i.exec(head)
  if (declared?.[1] !== undefined) return { delimiter: declared[1], skip: declared[0].length }
  const records = countInRecords(head)
  const scores = candidates.map((delimiter, index) => {
    const { count, share } = usualCount(records.map((counts) => counts[index] ?? 0))
    const decides = delimiter !== ',' && share >= 0.9
    return { delimiter, score: decides ? Number.POSITIVE_INFINITY : count * share }
  })
  const best = scores.reduce((left, right) => (right.score > left.score ? right : left))
  return { delimiter: best.score > 0 ? best.delimiter : ';', skip: 0 }
}

/** Per record that is not blank: how often each candidate stands outside quotes. */
function countInRecords(head: string): number[][] {
  const records: number[][] = []
  let counts = candidates.map(() => 0)
  let isBlank = true
  let isQuoted = false
  for (const char of head) {
    if (char === '"') isQuoted = !isQuoted
    if (!isQuoted && (char === '\n' || char === '\r')) {
      if (!isBlank) records.push(counts)
      if (records.length === recordsSeen) return records
      counts = candidates.map(() => 0)
      isBlank = true
      continue
    }
    isBlank = false
    const index = candidates.indexOf(char)
    if (!isQuoted && index >= 0) counts[index] = (counts[index] ?? 0) + 1
  }
  if (!isBlank) records.push(counts)
  return records
}

/** The count above zero that most records share, and how large a part of all records that is. */
function usualCount(counts: readonly number[]): { count: number; share: number } {
  const times = new Map<number, number>()
  for (const count of counts) if (count > 0) times.set(count, (times.get(count) ?? 0) + 1)
  const [count, records] = [...times].sort((left, right) => right[1] - left[1] || right[0] - left[0])[0] ?? [0, 0]
  return { count, share: counts.length === 0 ? 0 : records / counts.length }
}
