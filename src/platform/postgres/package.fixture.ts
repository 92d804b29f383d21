import { chmodSync, cpSync, readFileSync, rmSync, symlinkSync } from 'node:fs'
import { basename, join } from 'node:path'
import { findNativePackage, type NativePackage, readNativePackage } from './native.ts'
import { makeFolder } from './place.fixture.ts'

/** A copy of the installed package as npm leaves it with install scripts blocked (no links), or with them. */
export function makePackage(options: { linked: boolean; mode?: number }): NativePackage {
  const installed = findNativePackage()
  if (!installed) throw new Error('no package for this platform')
  const folder = join(makeFolder(), 'package')
  cpSync(installed.folder, folder, { recursive: true, verbatimSymlinks: true })
  const links: { source: string; target: string }[] = JSON.parse(
    readFileSync(join(folder, 'native', 'pg-symlinks.json'), 'utf8'),
  )
  for (const { source, target } of links) {
    rmSync(join(folder, target), { force: true })
    if (options.linked) symlinkSync(basename(source), join(folder, target))
  }
  chmodSync(folder, options.mode ?? 0o755)
  return readNativePackage(folder)
}
