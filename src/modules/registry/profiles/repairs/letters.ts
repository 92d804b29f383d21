/** Latin letters that look like Cyrillic ones. */
const LOOKALIKES: Readonly<Record<string, string>> = {
  ...{ A: 'А', B: 'В', C: 'С', E: 'Е', H: 'Н', K: 'К', M: 'М', O: 'О', P: 'Р', T: 'Т', X: 'Х', Y: 'У', Ë: 'Ё' },
  ...{ a: 'а', c: 'с', e: 'е', k: 'к', o: 'о', p: 'р', x: 'х', y: 'у', ë: 'ё' },
}
const LATIN = /[A-Za-zËë]/
const CYRILLIC = /[\u0400-\u04ff]/
const INVISIBLE = /[\u00ad\u200b-\u200d\u2060\ufeff]/g
const WORD = /\p{L}+/gu

/** Words in Cyrillic without the Latin look-alikes among their letters, and without what cannot be seen. */
export function repairLetters(text: string): string {
  const seen = text.replace(INVISIBLE, '')
  if (!LATIN.test(seen) || !CYRILLIC.test(seen)) return seen
  return seen.replace(WORD, (word) => (LATIN.test(word) && CYRILLIC.test(word) ? inCyrillic(word) : word))
}

/** The whole word, or as it was where a letter looks like none. */
function inCyrillic(word: string): string {
  let out = ''
  for (const letter of word) {
    const like = LATIN.test(letter) ? LOOKALIKES[letter] : letter
    if (like === undefined) return word
    out += like
  }
  return out
}
