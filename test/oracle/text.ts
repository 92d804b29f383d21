/** Forms once computed: districts repeat their words. */
const folded = new Map<string, string>()

/**
 * The form in which texts are compared.
 * "Header names are compared without case, `ё`=`е`, outer and double blanks and no-break spaces, all dashes alike."
 * Reading: any run of white space is one blank; a blank beside a dash stays a blank.
 */
export function fold(text: string): string {
  const known = folded.get(text)
  if (known !== undefined) return known
  const form = text
    .normalize('NFC')
    .replace(/\s+/g, ' ')
    .trim()
    .toLowerCase()
    .replace(/ё/g, 'е')
    .replace(/[\u2010-\u2015\u2212\uFE58\uFE63\uFF0D]/g, '-')
  folded.set(text, form)
  return form
}

/** Plain order of two texts by code units, as `Array.prototype.sort` has it. */
export function order(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
