import { vi } from 'vitest'
import { commands } from '../../src/commands.ts'
import { CommandFailed, runCommand } from '../../src/platform/command-line.ts'

/**
 * `rost …` in this process, for what it refuses: a process of its own takes two seconds to say a line. That a line and a
 * code come out of it the smoke test holds.
 */
export async function rostHere(
  words: readonly string[],
  environment: Readonly<Record<string, string>>,
): Promise<{ readonly code: number; readonly why: string }> {
  for (const [name, value] of Object.entries(environment)) vi.stubEnv(name, value)
  try {
    return { code: await runCommand(commands, words), why: '' }
  } catch (error) {
    if (!(error instanceof CommandFailed)) throw error
    return { code: error.exitCode, why: error.message }
  } finally {
    vi.unstubAllEnvs()
  }
}
