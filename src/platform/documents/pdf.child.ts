/** Makes PDFs of what stands on stdin and ends: what the typesetter keeps in memory goes with the process. */
import { readFileSync } from 'node:fs'
import { json } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'
import { SERIES_COLOURS, TONE_COLOURS } from './document.ts'
import { FONT_FILES } from './fonts.ts'
import type { Typesetting } from './pdf.printer.ts'

/** A folder that need not be there: the typesetter sees the files given to it and nothing of the disk. */
const FOLDER = '/rost-document'
/** Of what was laid out before, the typesetter forgets what the last so many had no use for. */
const KEPT_FOR = 5

const { layout, files, contents } = (await json(process.stdin)) as Typesetting
const mainFileContent = readFileSync(fileURLToPath(new URL(`./${layout}.typ`, import.meta.url)), 'utf8')
const compiler = NodeCompiler.create({
  workspace: FOLDER,
  fontArgs: [{ fontBlobs: FONT_FILES.map((file) => readFileSync(file)) }],
})
compiler.mapShadow(`${FOLDER}/tones.json`, Buffer.from(JSON.stringify(TONE_COLOURS)))
compiler.mapShadow(`${FOLDER}/series.json`, Buffer.from(JSON.stringify(SERIES_COLOURS)))
for (const [name, base64] of Object.entries(files)) {
  compiler.mapShadow(`${FOLDER}/${name}`, Buffer.from(base64, 'base64'))
}
for (const content of contents) {
  compiler.mapShadow(`${FOLDER}/document.json`, Buffer.from(JSON.stringify(content)))
  const pdf = compiler.pdf({ mainFileContent })
  const length = Buffer.alloc(4)
  length.writeUInt32BE(pdf.length)
  process.stdout.write(length)
  process.stdout.write(pdf)
  compiler.evictCache(KEPT_FOR)
}
