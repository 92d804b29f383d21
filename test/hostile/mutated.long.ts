/** Ten thousand files with something done to them, each as it is, through a profile, and compared. */
import { expect, test } from 'vitest'
import { hasZzuf, mutatedFiles } from './mutated.files.ts'
import { openSending } from './mutated.sending.ts'

const SEEDS = Array.from({ length: 20 }, (_, at) => 1_000 + at)
const FILES = 500
const TOGETHER = 20
const TURNS = [
  ['plain', 'profile'],
  ['compared', 'plain', 'profile'],
  ['line', 'plain', 'profile'],
] as const

const { sendGroups, settle } = await openSending()
const zzuf = hasZzuf ? 'zzuf among them' : 'zzuf is NOT INSTALLED: none by it'

test.each(SEEDS)(`${FILES} mutated files of seed %i (${zzuf})`, async (seed) => {
  const { faults } = await sendGroups(mutatedFiles(seed, FILES, TOGETHER), TURNS)
  const { seconds, megabytes } = await settle()
  process.stdout.write(`seed ${seed}: ${seconds.toFixed(0)} s of processor time in all, ${megabytes.toFixed(0)} MB\n`)
  expect(faults).toEqual([])
})
