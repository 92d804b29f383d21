import type { LoadFile } from '../exchange/load.files.ts'
import { correctedLoad, nameKey } from './file.names.ts'

export type ExpandedFiles = {
  readonly files: readonly LoadFile[]
  /** By file name: the load whose faulty rows stand in it. */
  readonly corrects: ReadonlyMap<string, number>
}

/**
 * A workbook of faulty rows holds sheets of several files of the exchange folder: it is read once as each of them.
 * Files uploaded under their own names go before; what is left over of a workbook then is not known by any name.
 */
export async function expandCorrections(
  uploaded: readonly LoadFile[],
  faultyFiles: (load: number) => Promise<readonly string[]>,
): Promise<ExpandedFiles> {
  const taken = new Set(uploaded.map(({ name }) => nameKey(name)))
  const files: LoadFile[] = []
  const corrects = new Map<string, number>()
  for (const file of uploaded) {
    const load = correctedLoad(file.name)
    const names = load === undefined ? [] : (await faultyFiles(load)).filter((name) => !taken.has(nameKey(name)))
    if (load === undefined || names.length === 0) {
      files.push(file)
      continue
    }
    for (const name of names) {
      taken.add(nameKey(name))
      corrects.set(name, load)
      files.push({ name, path: file.path })
    }
  }
  return { files, corrects }
}
