const DASHES = /[\u002d\u00ad\u058a\u05be\u2010-\u2015\u2043\u207b\u208b\u2212\u2e3a\u2e3b\ufe58\ufe63\uff0d]/g
const BLANKS = /[\s\u00a0\u2000-\u200b\u202f\u205f\u2060\u3000\ufeff]+/g

/** Outer blanks, double ones, or any but the plain one: most cells have none, and a million of them are read. */
const UNTIDY = /^\s|\s$|\s\s|[^\S ]|[\u200b\u2060]/

/** The text as files are read: outer and double blanks gone, no-break blanks like others. */
export function tidy(text: string): string {
  return UNTIDY.test(text) ? text.replace(BLANKS, ' ').trim() : text
}

/**
 * The form in which headers, names, codes and values of lists are compared: without case, ё = е, all dashes alike,
 * outer and double blanks gone.
 */
export function headerKey(text: string): string {
  return tidy(text).normalize('NFC').toLowerCase().replaceAll('ё', 'е').replace(DASHES, '-')
}
