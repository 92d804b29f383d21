const ADJECTIVE = /(ий|ый|ой|ая|яя|ое|ее|ые|ие)$/u
const ENDING = /[аеийоуыьэюя]$/u

const wordsOf = (text: string): string[] =>
  text
    .toLowerCase()
    .replaceAll('ё', 'е')
    .match(/\p{L}+/gu) ?? []

/** What a Russian word keeps in most of its forms: «физика» → «физик», «русский» → «русск»; of others all but a last vowel. */
const stemOf = (word: string): string => (ADJECTIVE.test(word) ? word.slice(0, -2) : word.replace(ENDING, ''))

/** Words of up to three letters (и, для, как) say nothing of what a text is about. */
const LEAST = 4

/** Whether each telling word of a name stands in the text in some form. */
export function isNamedIn(name: string, text: string): boolean {
  const stems = wordsOf(name)
    .filter(({ length }) => length >= LEAST)
    .map(stemOf)
  const words = wordsOf(text)
  return stems.length > 0 && stems.every((stem) => words.some((word) => word.startsWith(stem)))
}
