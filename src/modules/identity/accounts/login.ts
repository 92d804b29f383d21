import { emailKey } from './email.ts'

/** As names stand in passports, which is how people expect to see their own. */
const LATIN: Readonly<Record<string, string>> = {
  ...{ а: 'a', б: 'b', в: 'v', г: 'g', д: 'd', е: 'e', ё: 'e', ж: 'zh', з: 'z', и: 'i', й: 'i', к: 'k', л: 'l' },
  ...{ м: 'm', н: 'n', о: 'o', п: 'p', р: 'r', с: 's', т: 't', у: 'u', ф: 'f', х: 'kh', ц: 'ts', ч: 'ch' },
  ...{ ш: 'sh', щ: 'shch', ъ: 'ie', ы: 'y', ь: '', э: 'e', ю: 'iu', я: 'ia' },
}
const SURNAME_MOST = 40
/** Of a name without a letter that can be written so. */
const NAMELESS = 'user'

type Names = { readonly surname: string; readonly givenName: string; readonly patronymic: string | null }

const latin = (text: string): string =>
  Array.from(text.normalize('NFC').toLowerCase(), (letter) => LATIN[letter] ?? letter).join('')

/** What the login name of somebody begins with: `ivanova.as`; it never ends in a digit. */
export function loginBase({ surname, givenName, patronymic }: Names): string {
  const letters = (text: string): string =>
    latin(text)
      .replace(/[^a-z-]/g, '')
      .replace(/^-+|-+$/g, '')
  const initials = [givenName, patronymic ?? ''].map((name) => letters(name).slice(0, 1)).join('')
  const name = letters(surname).slice(0, SURNAME_MOST).replace(/-+$/, '')
  return [name.length > 1 ? name : NAMELESS, initials].filter(Boolean).join('.')
}

/** A login name for each base, none of them taken or given twice: the second of a name gets a 2, and so on. */
export function freeLogins(bases: readonly string[], taken: ReadonlySet<string>): string[] {
  const given = new Set(taken)
  const next = new Map<string, number>()
  return bases.map((base) => {
    let at = next.get(base) ?? 1
    while (given.has(numbered(base, at))) at++
    next.set(base, at + 1)
    const login = numbered(base, at)
    given.add(login)
    return login
  })
}

const numbered = (base: string, at: number): string => (at === 1 ? base : `${base}${at}`)

/** What was typed to sign in by: an address, or a login name, which may be typed in Russian letters too. */
export function signInKey(typed: string): string {
  if (typed.includes('@')) return emailKey(typed)
  return latin(typed).replace(/[^a-z0-9.-]/g, '')
}
