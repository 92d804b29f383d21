/** What a number cell means by its number format. */
export const formatKind = { number: 0, date: 1, time: 2 } as const
export type FormatKind = (typeof formatKind)[keyof typeof formatKind]

/**
 * Formats that every workbook knows without declaring them (ECMA-376 part 1, 18.8.30): 14–17 and 22 are days,
 * 18–21 and 45–47 times.
 */
export function builtInFormatKind(id: number): FormatKind {
  if ((id >= 14 && id <= 17) || id === 22) return formatKind.date
  if ((id >= 18 && id <= 21) || (id >= 45 && id <= 47)) return formatKind.time
  return formatKind.number
}

/**
 * Kind of a declared format code. Quoted and escaped text, colours and locales are no part of the meaning;
 * a lone `m` is a month, beside hours or seconds it is minutes.
 */
export function formatCodeKind(code: string): FormatKind {
  const elapsed = /\[(h+|m+|s+)\]/i.test(code)
  const bare = code
    .replace(/"[^"]*"?/g, '')
    .replace(/[\\_*]./g, '')
    .replace(/\[[^\]]*\]?/g, '')
    .toLowerCase()
  if (/^\s*(general|standard|@)\s*$/.test(bare)) return formatKind.number
  if (/[dy]/.test(bare)) return formatKind.date
  if (elapsed || /[hs]/.test(bare)) return formatKind.time
  return bare.includes('m') ? formatKind.date : formatKind.number
}
