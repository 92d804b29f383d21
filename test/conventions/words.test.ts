/** Whatever the product refuses has words, in both languages; and no words lie there unused. */
import { readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { describe, expect, test } from 'vitest'
import { modules } from '../../src/modules.ts'
import { platformMessages } from '../../src/platform/messages.platform.ts'
import type { Messages, Words } from '../../src/platform/messages.ts'

const root = join(import.meta.dirname, '../../src')
const pages = await Promise.all(
  readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter((file) => /(^|\/)words\.ts$/.test(file))
    .map(async (file) => ({ file, exported: (await import(join(root, file))) as Readonly<Record<string, unknown>> })),
)
const sources = readdirSync(root, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts') && !/\.(test|fixture)\.ts$/.test(file) && !file.endsWith('messages.ts'))
  .map((file) => ({ file, text: readFileSync(join(root, file), 'utf8') }))

const catalogues: Readonly<Record<string, Messages>> = {
  platform: platformMessages,
  ...Object.fromEntries(modules.map(({ name, messages }) => [name, messages])),
}

/** Ways a source names the code of a problem. */
const PROBLEMS = [/new Refusal\(\s*'\w+',\s*'(\w+)'/g, /\bcode = '(\w+)',\n/g]
/** Ways a source names the code of a faulty field. */
const FIELDS = [
  /invalidField\([^'()]*(?:'[^']*'|`[^`]*`)?[^'()]*,\s*'(\w+)'/g,
  /\{[^{}]*\bpath\b(?:[^{}]|\$\{[^{}]*\})*\bcode: (?:\w+ \? )?'(\w+)'/g,
  /\bcode: \w+ \? '\w+' : '(\w+)'/g,
  /\bfault\('(\w+)'\)/g,
  /\.refine\((?:[^()]|\([^()]*\))*,\s*'(\w+)',?\s*\)/g,
  /\? undefined : '(value_\w+)'/g,
]

const named = (patterns: readonly RegExp[]): [code: string, file: string][] =>
  sources.flatMap(({ file, text }) =>
    patterns.flatMap((pattern) => [...text.matchAll(pattern)].map((m): [string, string] => [m[1] ?? '', file])),
  )

const keysOf = (group: string): string[] =>
  Object.values(catalogues).flatMap(({ ru }) => Object.keys(typeof ru[group] === 'object' ? ru[group] : {}))

describe.each([
  ['problems', PROBLEMS],
  ['fields', FIELDS],
] as const)('%s', (group, patterns) => {
  const raised = named(patterns)

  test('every code that is raised has words', () => {
    expect(raised.length).toBeGreaterThan(10)
    const known = new Set(keysOf(group))
    expect(raised.filter(([code]) => !known.has(code))).toEqual([])
  })

  test('no words are unused, and no code has words twice', () => {
    const keys = keysOf(group)
    expect(keys.filter((key, at) => keys.indexOf(key) !== at)).toEqual([])
    expect(keys.filter((key) => !sources.some(({ text }) => text.includes(`'${key}'`)))).toEqual([])
  })
})

test('problems say what happened and what to do', () => {
  for (const [name, { ru, en }] of Object.entries(catalogues)) {
    for (const problems of [ru.problems, en.problems]) {
      for (const [code, words] of Object.entries(typeof problems === 'object' ? problems : {}))
        expect(Object.keys(words), `${name} ${code}`).toEqual(['title', 'todo'])
    }
  }
})

test('codes that are not written out are known here', () => {
  const others = sources.flatMap(({ file, text }) =>
    [...text.matchAll(/new Refusal\((?!\s*'\w+',\s*'\w+')/g)].map(() => relative('.', file)),
  )
  // The limiter takes its code from the caller; the pattern for its default is above.
  expect(others).toEqual(['platform/rate-limit.ts'])
})

/** The codes a load answers with, as docs and scripts know them. */
test.each([
  [
    'row',
    [
      'required_missing',
      'date_invalid',
      'number_range',
      'snils_checksum',
      'email_invalid',
      'value_unknown',
      'dates_order',
      'code_unknown',
      'person_unknown',
      'person_ambiguous',
      'person_conflict',
      'same_person',
      'record_repeated',
    ],
  ],
  ['warning', ['position_unclassified']],
  [
    'file',
    ['format_unsupported', 'file_broken', 'file_encrypted', 'file_too_large', 'columns_missing', 'file_unknown'],
  ],
])('codes of a load: %s', (group, codes) => {
  const { load } = catalogues.registry?.ru ?? {}
  const words = typeof load === 'object' ? load[group] : undefined
  expect(Object.keys(typeof words === 'object' ? words : {})).toEqual(expect.arrayContaining(codes))
})

const pageWords = pages.flatMap(({ file, exported }) =>
  Object.entries(exported).flatMap(([name, words]) => (isBoth(words) ? [[`${file} ${name}`, words] as const] : [])),
)

function isBoth(words: unknown): words is { ru: PageWords; en: PageWords } {
  return typeof words === 'object' && words !== null && 'ru' in words && 'en' in words
}

test('pages bring words', () => expect(pageWords.length).toBeGreaterThan(5))

describe.each([...Object.entries(catalogues), ...pageWords])('%s: Russian and English', (_, { ru, en }) => {
  const [russian, english] = [flat(ru), flat(en)]

  test('have the same keys, all with words', () => {
    expect([...english.keys()].sort()).toEqual([...russian.keys()].sort())
    for (const words of [russian, english]) for (const [key, text] of words) expect(text.trim(), key).not.toBe('')
  })

  test('take the same values', () => {
    for (const [key, text] of russian) expect(placeholders(english.get(key) ?? ''), key).toEqual(placeholders(text))
  })

  test('are each in their language', () => {
    for (const [key, text] of english)
      if (key !== 'language') expect(text.replaceAll('СНИЛС', ''), key).not.toMatch(/[а-яё]/i)
    for (const [key, text] of russian) if (key !== 'language') expect(text, key).toMatch(/[а-яё]/i)
  })
})

type PageWords = { readonly [key: string]: string | ((...values: never[]) => string) | PageWords }

/** Stands for whatever a sentence takes: a number says itself in texts too. */
const SOME = 5 as never

/** Key → text; of a plural all forms are one, since the languages have not the same number of them. */
function flat(words: Words | PageWords, above = ''): Map<string, string> {
  const found = new Map<string, string>()
  for (const [name, value] of Object.entries(words)) {
    const key = `${above}${name.replace(/_(zero|one|two|few|many|other)$/, '')}`
    if (typeof value === 'function') found.set(key, value(...Array.from({ length: value.length }, () => SOME)))
    else if (typeof value === 'string') found.set(key, `${found.get(key) ?? ''}${value}`)
    else for (const [inner, text] of flat(value, `${key}.`)) found.set(inner, text)
  }
  return found
}

const placeholders = (text: string): string[] => [...new Set(text.match(/\{\{\s*\w+/g) ?? [])].sort()
