import { sayShortDay } from '../../../../web/formats.ts'
import type { Language } from '../../../../web/words.ts'

type When = { readonly heldOn: string; readonly lastOn: string | null; readonly startsAt: string | null }

const NO_BREAK = '\u00a0'

/** `10.04.2026, 15:00`, or `10.04.2026 – 12.05.2026` where there are several days. */
export function sayWhen({ heldOn, lastOn, startsAt }: When, language: Language): string {
  const first = sayShortDay(heldOn, language)
  if (lastOn !== null && lastOn !== heldOn) return `${first}${NO_BREAK}– ${sayShortDay(lastOn, language)}`
  return startsAt === null ? first : `${first}, ${startsAt}`
}
