/**
 * The form in which texts are compared.
 * "Header names are compared without case, `ё`=`е`, outer and double blanks and no-break spaces, all dashes alike."
 * Reading: any run of white space is one blank; a blank beside a dash stays a blank.
 */
export function fold(text: string): string {
  return text
    .normalize('NFC')
    .replace(/\s+/g, ' ')
    .trim()
    .toLowerCase()
    .replace(/ё/g, 'е')
    .replace(/[\u2010-\u2015\u2212\uFE58\uFE63\uFF0D]/g, '-')
}

/** Plain order of two texts by code units, as `Array.prototype.sort` has it. */
export function order(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
