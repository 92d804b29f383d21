/** Files with something done to them: each row has an end that is told, or its file is refused. Ten thousand in the long run. */
import { expect, test } from 'vitest'
import { hasZzuf, mutatedFiles } from './mutated.files.ts'
import { openSending } from './mutated.sending.ts'

const FILES = 500
const SEED = 20_251_122
const TOGETHER = 20
/** Both readings of a file are held against each other; more of that is done in the long run. */
const TURNS = [
  ['plain', 'profile'],
  ['profile'],
  ['plain'],
  ['compared', 'profile'],
  ['profile'],
  ['plain'],
  ['line', 'plain'],
] as const

const { sendGroups, settle } = await openSending()
const zzuf = hasZzuf ? 'zzuf among them' : 'zzuf is NOT INSTALLED: none by it'

test(`${FILES} mutated files over HTTP and at the command line (${zzuf})`, { timeout: 600_000 }, async () => {
  const { readable, faults } = await sendGroups(mutatedFiles(SEED, FILES, TOGETHER), TURNS)
  const { seconds, megabytes } = await settle()
  const spent = `${seconds.toFixed(0)} s of processor time, ${megabytes.toFixed(0)} MB`
  process.stdout.write(`${FILES} mutated files, ${readable} of them readable: ${spent}; ${zzuf}\n`)
  expect(faults).toEqual([])
  expect(readable).toBeGreaterThan(FILES / 4)
})
