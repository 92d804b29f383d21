import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'

/** Pictures and fonts are packed already. */
const PACKED = /\.(br|gz|woff2|png|webp|jpe?g)$/
const LEAST_BYTES = 1_024
const BEST = { level: constants.Z_BEST_COMPRESSION }

/** Beside each file of the folder that is worth it, what browsers are sent instead: `.br` and `.gz`, as small as they get. */
export async function squeezeFiles(folder: string): Promise<void> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const files = entries.filter((entry) => entry.isFile() && !PACKED.test(entry.name) && entry.name !== 'index.html')
  await Promise.all(
    files.map(async (entry) => {
      const path = join(entry.parentPath, entry.name)
      const bytes = await readFile(path)
      if (bytes.length < LEAST_BYTES) return
      await Promise.all([
        promisify(brotliCompress)(bytes).then((squeezed) => writeFile(`${path}.br`, squeezed)),
        promisify(gzip)(bytes, BEST).then((squeezed) => writeFile(`${path}.gz`, squeezed)),
      ])
    }),
  )
}
