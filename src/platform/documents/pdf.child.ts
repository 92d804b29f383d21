/** Makes one PDF of the document on stdin and ends: what the typesetter keeps in memory goes with the process. */
import { readFileSync } from 'node:fs'
import { buffer } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'
import { SERIES_COLOURS, TONE_COLOURS } from './document.ts'
import { FONT_FILES } from './fonts.ts'

/** A folder that need not be there: the typesetter sees the three files given to it and nothing of the disk. */
const FOLDER = '/rost-document'

const layout = readFileSync(fileURLToPath(new URL('./document.typ', import.meta.url)), 'utf8')
const compiler = NodeCompiler.create({
  workspace: FOLDER,
  fontArgs: [{ fontBlobs: FONT_FILES.map((file) => readFileSync(file)) }],
})
compiler.mapShadow(`${FOLDER}/document.json`, await buffer(process.stdin))
compiler.mapShadow(`${FOLDER}/tones.json`, Buffer.from(JSON.stringify(TONE_COLOURS)))
compiler.mapShadow(`${FOLDER}/series.json`, Buffer.from(JSON.stringify(SERIES_COLOURS)))
process.stdout.write(compiler.pdf({ mainFileContent: layout }))
