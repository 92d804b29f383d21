/**
 * Whether a spreadsheet program might run the text as a formula: it begins with a sign that starts one (also in its
 * full-width form) or with a blank that some programs skip. A plain number with its sign is none.
 */
export function looksLikeFormula(text: string): boolean {
  return /^[=+\-@\t\r\n＝＋－＠]/.test(text) && !/^[+-]?\d+(?:[.,]\d+)?$/.test(text)
}
