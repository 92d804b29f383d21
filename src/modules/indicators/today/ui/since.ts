/**
 * The same day a year before; 28.02 for 29.02. A district is compared with it unless the reader says otherwise: most
 * indicators gather facts from January on, so that since June all of them have risen by autumn whatever anybody did, and
 * in January all of them fall.
 */
export function yearBefore(day: string): string {
  const [year = '', rest = ''] = [day.slice(0, 4), day.slice(4)]
  return `${Number(year) - 1}${rest === '-02-29' ? '-02-28' : rest}`
}

/** The last 30 June before the day: where the school year before ended. */
export function lastJune(day: string): string {
  const year = Number(day.slice(0, 4))
  return day > `${year}-06-30` ? `${year}-06-30` : `${year - 1}-06-30`
}
