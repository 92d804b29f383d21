/** What people and guessing programs take first, in both alphabets and as typed on the other layout. */
const COMMON = [
  'password',
  'passw',
  'parol',
  'пароль',
  'gfhjkm',
  'qwerty',
  'йцукен',
  'admin',
  'админ',
  'administrator',
  'welcome',
  'login',
  'letmein',
  'iloveyou',
  'dragon',
  'monkey',
  'master',
  'sunshine',
  'princess',
  'football',
  'qazwsx',
  'zaqwsx',
  'privet',
  'привет',
  'lubov',
  'любовь',
  'люблю',
  'солнышко',
  'котик',
  'россия',
  'russia',
  'москва',
  'moscow',
  'school',
  'школа',
  'shkola',
  'teacher',
  'учитель',
  'uchitel',
  'педагог',
  'методист',
  'metodist',
  'директор',
  'director',
  'рост',
  'rost',
]
/** Rows of keyboards, alphabets and digits; any three neighbours of them in either direction are a walk. */
const ROWS = [
  '01234567890',
  'qwertyuiop',
  'asdfghjkl',
  'zxcvbnm',
  'йцукенгшщзхъ',
  'фывапролджэ',
  'ячсмитьбю',
  'abcdefghijklmnopqrstuvwxyz',
  'абвгдеёжзийклмнопрстуфхцчшщъыьэюя',
  '1q2w3e4r5t6y',
  '1qaz2wsx3edc',
]
const WALKS = [...ROWS, ...ROWS.map((row) => [...row].reverse().join(''))]
const SIGN = /^(?:(?:19|20)\d\d|[^\p{L}\d])/u
const LOOKALIKES: Readonly<Record<string, string>> = { '@': 'a', $: 's', '0': 'o', '1': 'i', '3': 'e', '5': 's' }
/** So many letters and digits must be left when everything guessable is taken away. */
const LEFT_AT_LEAST = 4

/**
 * Whether a guesser would try the password early: nearly all of it is common words, walks over the keyboard, repeats,
 * years, signs, or what is known of the account (its address, its owner's name).
 */
export function isGuessable(password: string, known: readonly string[]): boolean {
  const text = password.toLowerCase()
  const read = text.replace(/[@$0135]/g, (sign) => LOOKALIKES[sign] ?? sign)
  const words = [...COMMON, ...known.flatMap(wordsOf)]
  let left = 0
  // Guessable pieces are taken from left to right, the longest first.
  for (let at = 0; at < text.length; ) {
    const rest = text.slice(at)
    const piece = Math.max(
      wordAt(rest, words),
      wordAt(read.slice(at), words),
      walkAt(rest),
      repeatAt(rest),
      signAt(rest),
    )
    if (piece === 0) left++
    at += Math.max(1, piece)
  }
  return left < LEFT_AT_LEAST
}

const wordAt = (text: string, words: readonly string[]): number =>
  words.reduce((longest, word) => (word.length > longest && text.startsWith(word) ? word.length : longest), 0)

function walkAt(text: string): number {
  let length = 2
  while (length < text.length && WALKS.some((walk) => walk.includes(text.slice(0, length + 1)))) length++
  return length > 2 ? length : 0
}

function repeatAt(text: string): number {
  const [first] = text
  let length = 1
  while (first !== undefined && text[length] === first) length++
  return length > 2 ? length : 0
}

const signAt = (text: string): number => SIGN.exec(text)?.[0].length ?? 0

const wordsOf = (text: string): string[] => text.toLowerCase().match(/[\p{L}\d]{3,}/gu) ?? []
