import { chmodSync, existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { resolveAccount } from './account.ts'
import { type Binaries, findBinaries } from './binaries.ts'
import { findNativePackage, type NativePackage } from './native.ts'
import { clearPlaces, makeFolder } from './place.fixture.ts'
import { PostgresUnavailable } from './unavailable.ts'

afterAll(clearPlaces)

const account = resolveAccount({ env: {}, clusterOwner: undefined })

function find(options: Partial<Parameters<typeof findBinaries>[0]>): Promise<Binaries> {
  const nothing = { binaries: join(makeFolder(), 'pg-binaries'), env: {}, systemBases: [], nativePackage: null }
  return findBinaries({ ...nothing, account, major: undefined, ...options })
}

/** A folder with programs that do nothing but tell a version, as a probe asks, or fail with a message. */
function makePrograms(folder: string, script: string): string {
  mkdirSync(folder, { recursive: true })
  for (const name of ['postgres', 'initdb']) {
    writeFileSync(join(folder, name), `#!/bin/sh\n${script}\n`)
    chmodSync(join(folder, name), 0o755)
  }
  return folder
}

const tellVersion = (version: string): string => `echo "postgres (PostgreSQL) ${version}"`

/** A package whose programs do not run here. */
function makeBrokenPackage(): NativePackage {
  const folder = makeFolder()
  makePrograms(join(folder, 'native', 'bin'), 'echo "libc.so.6: version GLIBC_2.99 not found" >&2; exit 1')
  mkdirSync(join(folder, 'native', 'share'))
  return { folder, version: '99' }
}

describe('the choice of programs', () => {
  it.skipIf(!findNativePackage())('takes the bundled ones first', async () => {
    const path = makePrograms(join(makeFolder(), 'bin'), tellVersion('16.1'))
    const pack = findNativePackage()
    if (!pack) throw new Error('no package')
    expect(await find({ nativePackage: pack, env: { PATH: path } })).toMatchObject({ major: 18 })
  })

  it('falls back to PATH when the bundled ones do not run', async () => {
    const path = makePrograms(join(makeFolder(), 'bin'), tellVersion('16.1 (Debian 16.1-1)'))
    const found = await find({ nativePackage: makeBrokenPackage(), env: { PATH: `/nowhere:${path}` } })
    expect(found).toEqual({ folder: path, major: 16, version: '16.1' })
  })

  it('then to the distribution, highest version first, none below 15', async () => {
    const base = makeFolder()
    for (const major of ['9', '14', '15', '17']) makePrograms(join(base, major, 'bin'), tellVersion(`${major}.2`))
    expect(await find({ systemBases: [base] })).toMatchObject({ folder: join(base, '17', 'bin'), major: 17 })
  })

  it('refuses an older one on PATH', async () => {
    const path = makePrograms(join(makeFolder(), 'bin'), tellVersion('14.9'))
    await expect(find({ env: { PATH: path } })).rejects.toThrow('version 14.9')
  })

  it('takes the version of an existing cluster, else says which is missing and what to do', async () => {
    const base = makeFolder()
    for (const major of ['15', '17']) makePrograms(join(base, major, 'bin'), tellVersion(`${major}.2`))
    expect(await find({ systemBases: [base], major: 15 })).toMatchObject({ major: 15 })
    const refusal = find({ systemBases: [base], major: 16 })
    await expect(refusal).rejects.toMatchObject({ code: 'version' })
    await expect(refusal).rejects.toThrow(/made by PostgreSQL 16, but only 17\.2, 15\.2 is here: install PostgreSQL 16/)
  })

  it('ends with one sentence that says why and what to do, in both languages', async () => {
    const failure = await find({ nativePackage: makeBrokenPackage() }).catch((error: unknown) => error)
    if (!(failure instanceof PostgresUnavailable)) throw new Error('found something')
    expect(failure.message).toMatch(/GLIBC_2\.99 not found.*install PostgreSQL 15 or later, or set DATABASE_URL\.$/)
    expect(failure.sentence.ru).toMatch(/установите PostgreSQL 15/)
    await expect(find({})).rejects.toMatchObject({ code: 'platform' })
  })
})

describe.skipIf(!existsSync('/usr/lib/postgresql'))('the programs of Debian', () => {
  it('are found without a package', async () => {
    const found = await findBinaries({
      binaries: join(makeFolder(), 'x'),
      account,
      env: {},
      major: undefined,
      nativePackage: null,
    })
    expect(dirname(dirname(found.folder))).toBe('/usr/lib/postgresql')
  })
})
