import { chmodSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { findClosedFolder, resolveAccount } from './account.ts'
import { clearPlaces, isRoot, makeFolder } from './place.fixture.ts'

afterAll(clearPlaces)

const nobody = { name: 'nobody', uid: 65534, gid: 65534, switched: true }

describe.skipIf(!isRoot)('the account when we are root', () => {
  it('is DB_USER by name or number', () => {
    expect(resolveAccount({ env: { DB_USER: 'nobody' }, clusterOwner: undefined })).toMatchObject({ uid: 65534 })
    expect(resolveAccount({ env: { DB_USER: '65534' }, clusterOwner: { uid: 1, gid: 1 } })).toMatchObject({
      uid: 65534,
      switched: true,
    })
  })

  it('is never root, and never one that does not exist', () => {
    for (const name of ['root', '0', 'no-such-account']) {
      expect(() => resolveAccount({ env: { DB_USER: name }, clusterOwner: undefined })).toThrow(`DB_USER=${name}`)
    }
  })

  it('is the owner of an existing cluster before any default', () => {
    expect(resolveAccount({ env: {}, clusterOwner: { uid: 4242, gid: 4243 } })).toMatchObject({ uid: 4242, gid: 4243 })
  })

  it('is some unprivileged one by default, also for a cluster that root owns', () => {
    expect(resolveAccount({ env: {}, clusterOwner: undefined }).uid).toBeGreaterThan(0)
    expect(resolveAccount({ env: {}, clusterOwner: { uid: 0, gid: 0 } }).uid).toBeGreaterThan(0)
  })
})

describe.skipIf(isRoot)('the account when we are not root', () => {
  it('is our own, whatever DB_USER says', () => {
    expect(resolveAccount({ env: { DB_USER: 'nobody' }, clusterOwner: undefined })).toMatchObject({
      uid: process.geteuid?.(),
      switched: false,
    })
  })
})

describe('a closed folder', () => {
  it('is found on the way, outermost first, by owner, group and mode', () => {
    const outer = makeFolder()
    const inner = join(outer, 'a', 'b')
    mkdirSync(inner, { recursive: true })
    expect(findClosedFolder(inner, nobody)).toBeUndefined()
    chmodSync(join(outer, 'a'), 0o700)
    chmodSync(inner, 0o700)
    expect(findClosedFolder(inner, nobody)).toBe(join(outer, 'a'))
    const owner = { uid: process.geteuid?.() ?? 0, gid: 4242, name: 'owner', switched: true }
    expect(findClosedFolder(inner, owner)).toBeUndefined()
  })
})
