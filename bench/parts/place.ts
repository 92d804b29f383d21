import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = fileURLToPath(new URL('../..', import.meta.url))

/** A path in the folder where benchmarks keep what is made once; git does not see it. */
export function cached(...names: readonly string[]): string {
  const folder = join(root, '.cache', 'bench')
  mkdirSync(folder, { recursive: true })
  return join(folder, ...names)
}

/** An address of a database whose connections start with these settings. */
export function withOptions(url: string, settings: readonly string[]): string {
  const changed = new URL(url)
  changed.searchParams.set('options', [changed.searchParams.get('options') ?? '', ...settings].join(' ').trim())
  return changed.href
}
