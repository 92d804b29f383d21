/** Whoever blocks the scripts of dependencies gets a server that starts: installed anew, away from the checkout. */
import { execFile, spawn } from 'node:child_process'
import { chmod, cp, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, expect, test } from 'vitest'

const root = join(import.meta.dirname, '../..')
const folder = await mkdtemp(join(tmpdir(), 'rost-install-'))
// The database of root runs as another account, which has to get there.
await chmod(folder, 0o755)
afterAll(() => rm(folder, { recursive: true, force: true }))

test('npm ci --ignore-scripts, and what only development needs removed', { timeout: 1_200_000 }, async () => {
  for (const name of ['src', 'db', 'docs', 'scripts', 'package.json', 'package-lock.json', '.npmrc', 'vite.config.ts'])
    await cp(join(root, name), join(folder, name), { recursive: true })
  const within = { cwd: folder, maxBuffer: 64 * 1_048_576 }
  const call = promisify(execFile)
  await call('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund'], within)
  const node = join(folder, 'node_modules/.bin/node')
  await call(node, ['scripts/build-web.ts'], within)
  await call('npm', ['prune', '--omit=dev', '--ignore-scripts', '--no-audit', '--no-fund'], within)

  const server = spawn(node, ['src/cli.ts', 'serve', '--port', '0'], {
    cwd: folder,
    env: { PATH: process.env.PATH, HOME: folder, ROST_DATA: join(folder, 'data'), LOG_LEVEL: 'warn' },
  })
  let said = ''
  server.stderr.on('data', (part: Buffer) => {
    said += part
  })
  const ended = new Promise<number | null>((resolve) => server.once('close', resolve))
  const address = await new Promise<string>((resolve, reject) => {
    server.stdout.once('data', (line: Buffer) => resolve(line.toString().trim()))
    void ended.then((code) => reject(new Error(`ended with ${code}: ${said}`)))
  })
  expect(await (await fetch(`${address}/readyz`)).json()).toEqual({ status: 'ready' })
  expect(await (await fetch(address)).text()).toContain('<script')
  server.kill('SIGTERM')
  expect(await ended).toBe(0)
})
