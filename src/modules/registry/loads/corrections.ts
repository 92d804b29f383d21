import { type LoadFile, nameKey } from '../exchange/load.files.ts'
import type { SheetDeclaration } from '../exchange/sheet.declaration.ts'
import { correctedLoad } from './file.names.ts'
import { recogniseFile } from './file.recognition.ts'

export type ExpandedFiles = {
  readonly files: readonly LoadFile[]
  /** By file name: the load whose faulty rows stand in it. */
  readonly corrects: ReadonlyMap<string, number>
}

/**
 * A workbook of faulty rows holds sheets of several files of the exchange folder: it is read as each of them. Files
 * uploaded under their own names go before; what is left over of a workbook then is not known by any name.
 */
export async function expandCorrections(
  uploaded: readonly LoadFile[],
  sheets: readonly SheetDeclaration[],
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
    // Rows of two files of one kind stand in two sheets: no name tells the second.
    const { holds } = await recogniseFile(file, sheets)
    for (const name of names) {
      taken.add(nameKey(name))
      corrects.set(name, load)
      const own = holds.filter(({ sheet }) => sheet.file === nameKey(name))
      files.push({ name, path: file.path, ...(own.length > 0 && { holds: own }) })
    }
  }
  return { files, corrects }
}
