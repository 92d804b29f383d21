import { expect, test } from 'vitest'
import { freeLogins, loginBase, signInKey } from './login.ts'

const base = (surname: string, givenName = 'Анна', patronymic: string | null = 'Сергеевна'): string =>
  loginBase({ surname, givenName, patronymic })

test.each([
  ['Иванова', 'ivanova.as'],
  ['Щёлокова', 'shchelokova.as'],
  ['Римская-Корсакова', 'rimskaia-korsakova.as'],
  ['Smith', 'smith.as'],
  ["О'Коннор", 'okonnor.as'],
  ['李', 'user.as'],
  ['-', 'user.as'],
  ['Ж'.repeat(100), `${'zh'.repeat(20)}.as`],
])('%s signs in as %s', (surname, login) => {
  expect(base(surname)).toBe(login)
  expect(login).toMatch(/^[a-z][a-z0-9.-]{1,63}$/)
})

test('without a patronymic there is one initial; without letters there is none', () => {
  expect(base('Иванова', 'Анна', null)).toBe('ivanova.a')
  expect(base('Иванова', '李', null)).toBe('ivanova')
})

test('nobody gets a name that is taken', () => {
  expect(freeLogins(['a.b', 'a.b', 'c.d', 'a.b'], new Set(['a.b2', 'c.d']))).toEqual(['a.b', 'a.b3', 'c.d2', 'a.b4'])
  expect(new Set(freeLogins(Array(500).fill('a.b'), new Set(['a.b7']))).size).toBe(500)
})

test('what is typed is read in either alphabet and case; an address stays one', () => {
  expect(signInKey(' Ivanova.AS2 ')).toBe('ivanova.as2')
  expect(signInKey('Иванова.АС2')).toBe('ivanova.as2')
  expect(signInKey(' Anna@Example.ORG ')).toBe('anna@example.org')
  expect(signInKey('李 %_')).toBe('')
})
