import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, readlinkSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import type { Account } from './account.ts'
import { findNativePackage, prepareNative, removeOtherCopies } from './native.ts'
import { makePackage } from './package.fixture.ts'
import { clearPlaces, isRoot, makeFolder } from './place.fixture.ts'

afterAll(clearPlaces)

const found = findNativePackage()
const nobody: Account = { name: 'nobody', uid: 65534, gid: 65534, switched: isRoot }
const sampleLink = join('native', 'lib', 'libicuuc.so.60')

function runVersion(native: string): string {
  const account = nobody.switched ? { uid: nobody.uid, gid: nobody.gid } : {}
  return execFileSync(join(native, 'bin', 'postgres'), ['--version'], { ...account, cwd: '/', encoding: 'utf8' })
}

describe.skipIf(!found)('the bundled programs', () => {
  it('get their missing links in a copy beside the data, which runs; the package is left as it was', () => {
    const pack = makePackage({ linked: false })
    const binaries = join(makeFolder(), 'pg-binaries')
    const native = prepareNative(pack, binaries, nobody)
    expect(native).toBe(join(binaries, pack.version))
    expect(readlinkSync(join(native, 'lib', 'libicuuc.so.60'))).toBe('libicuuc.so.60.2')
    expect(existsSync(join(pack.folder, sampleLink))).toBe(false)
    expect(runVersion(native)).toContain('PostgreSQL')
    expect(readdirSync(binaries)).toEqual([pack.version])
  })

  it('are copied once', () => {
    const pack = makePackage({ linked: false })
    const binaries = join(makeFolder(), 'pg-binaries')
    const native = prepareNative(pack, binaries, nobody)
    const { ino } = statSync(native)
    expect(prepareNative(pack, binaries, nobody)).toBe(native)
    expect(statSync(native).ino).toBe(ino)
  })

  it.skipIf(!isRoot)('are copied out of a folder that the account cannot enter', () => {
    const pack = makePackage({ linked: true, mode: 0o700 })
    expect(() => runVersion(join(pack.folder, 'native'))).toThrow('EACCES')
    expect(runVersion(prepareNative(pack, join(makeFolder(), 'pg-binaries'), nobody))).toContain('PostgreSQL')
  })

  it.skipIf(!isRoot)('are readable in the copy even where the package is for root alone, file by file', () => {
    const pack = makePackage({ linked: false })
    execFileSync('chmod', ['-R', 'go-rwx', pack.folder])
    const native = prepareNative(pack, join(makeFolder(), 'pg-binaries'), nobody)
    expect(runVersion(native)).toContain('PostgreSQL')
    expect(statSync(join(native, 'share', 'postgresql', 'postgres.bki')).mode & 0o777).toBe(0o644)
    expect(statSync(join(pack.folder, 'native', 'share', 'postgresql', 'postgres.bki')).mode & 0o777).toBe(0o600)
  })

  it('outlive the package', () => {
    const pack = makePackage({ linked: false })
    const native = prepareNative(pack, join(makeFolder(), 'pg-binaries'), nobody)
    rmSync(pack.folder, { recursive: true })
    expect(runVersion(native)).toContain('PostgreSQL')
  })
})

describe('old copies', () => {
  it('and leavings of interrupted copying are removed, what is in use or being made is not', () => {
    const binaries = makeFolder()
    const deadPid = 4_194_304 // above the kernel's highest
    for (const name of ['1.0', '2.0', `.${deadPid}-aa`, `.${process.pid}-bb`]) mkdirSync(join(binaries, name))
    writeFileSync(join(binaries, '1.0', 'file'), '')
    removeOtherCopies(binaries, join(binaries, '2.0'))
    expect(readdirSync(binaries).sort()).toEqual([`.${process.pid}-bb`, '2.0'])
  })
})
