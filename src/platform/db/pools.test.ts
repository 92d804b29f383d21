import { afterAll, expect, test } from 'vitest'
import { cloneDatabase } from '../../../test/harness/database.ts'
import { createLog } from '../log.ts'
import { createPool } from './pools.ts'

const { appUrl } = await cloneDatabase()
const withRole = new URL(appUrl)
withRole.searchParams.set('options', '-c role=rost_app')
const log = createLog('silent')

async function settingsOf(url: string): Promise<unknown> {
  const pool = createPool({ url, log, max: 1, statementTimeout: 7_000, readOnly: true })
  try {
    const { rows } = await pool.query(`select current_setting('default_transaction_read_only') as read_only,
      current_setting('statement_timeout') as statement, current_setting('role') as role, current_setting('jit') as jit`)
    return rows[0]
  } finally {
    await pool.end()
  }
}

test('options of the address and of the pool hold together', async () => {
  const own = { read_only: 'on', statement: '7s', jit: 'off' }
  expect(await settingsOf(appUrl)).toMatchObject(own)
  expect(await settingsOf(withRole.href)).toEqual({ ...own, role: 'rost_app' })
})

test('work without a limit may be silent for long', async () => {
  const pool = createPool({ url: appUrl, log, max: 1, statementTimeout: 0 })
  await pool.query('select pg_sleep(3.5)')
  await pool.end()
})

const pool = createPool({ url: appUrl, log, max: 2, statementTimeout: 1_000 })
afterAll(() => pool.end())

test('a connection that breaks in the hands of its user ends no process, and the next one is new', async () => {
  const held = await pool.connect()
  const { rows } = await held.query('select pg_backend_pid() as pid')
  const ended = new Promise<void>((resolve) => held.once('end', resolve))
  await pool.query('select pg_terminate_backend($1)', [rows[0].pid])
  await ended
  await expect(held.query('select 1')).rejects.toThrow()
  held.release()
  const { rows: after } = await pool.query('select pg_backend_pid() as pid')
  expect(after[0].pid).not.toBe(rows[0].pid)
})

test('a statement has its limit', async () => {
  await expect(pool.query('select pg_sleep(5)')).rejects.toMatchObject({ code: '57014' })
})
