/** Full years from one day to another "by day and month"; negative where `from` is later. Days are ГГГГ-ММ-ДД. */
export function fullYears(from: string, to: string): number {
  const years = Number(to.slice(0, 4)) - Number(from.slice(0, 4))
  return to.slice(5) < from.slice(5) ? years - 1 : years
}

/** The same day so many years before; "the year before 29 February ends on 28 February". */
export function yearsBefore(date: string, years: number): string {
  const year = Number(date.slice(0, 4)) - years
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0
  const rest = date.slice(5) === '02-29' && !leap ? '02-28' : date.slice(5)
  return `${String(year).padStart(4, '0')}-${rest}`
}
