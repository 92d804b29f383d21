import { constants } from 'node:fs'
import { access, stat, writeFile } from 'node:fs/promises'
import { dirname, extname, resolve } from 'node:path'
import { makeNote, NOTE_FORMATS, type NoteFormat } from '../modules/decisions/index.ts'
import { addYears } from '../modules/population/index.ts'
import { type Command, CommandFailed, type ExitCode } from '../platform/command-line.ts'
import { appendJournal } from '../platform/journal/journal.ts'
import { vocabulary } from '../vocabulary.ts'
import { readDay } from './day.option.ts'
import { requireDistrict, text, withHouse } from './with-house.ts'

export const reportCommand: Command = {
  usage: '--date D --out note.docx|note.pdf|note.xlsx [--compare D] [--district CODE]',
  summary: 'writes the analytical note on the indicators (compared with a year before)',
  options: {
    date: { type: 'string' },
    out: { type: 'string' },
    compare: { type: 'string' },
    district: { type: 'string' },
  },
  positionals: [0, 0],
  async run({ values }) {
    const date = readDay('--date', text(values.date))
    const compare = values.compare === undefined ? addYears(date, -1) : readDay('--compare', text(values.compare))
    if (compare >= date) throw new CommandFailed(`--compare: ${compare} is not before ${date}`)
    const { file, format } = await readOut(text(values.out))
    return await withHouse<ExitCode>(async (house) => {
      const { services } = house
      const district = await requireDistrict(house, text(values.district))
      const content = await makeNote(services, services.database.reader(district.id), vocabulary, {
        ...{ tenant: district.id, date, compare, format, within: undefined, paper: {} },
        unmasked: true,
        mayLoads: true,
      })
      await services.database.write(district.id, (tx) =>
        appendJournal(tx, {
          actor: { kind: 'operator', account: null, tenant: district.id, grants: [] },
          requestId: null,
          action: 'report monitoring',
          objects: [{ kind: 'district', id: district.id, details: { date, compare, format } }],
        }),
      )
      await write(file, content)
      process.stdout.write(`${file}\n`)
      return 0
    })
  },
}

/** The file to be written, seen to before anything is counted. */
async function readOut(given: string | undefined): Promise<{ file: string; format: NoteFormat }> {
  if (given === undefined || given === '') throw new CommandFailed('--out is needed, e.g. --out note.docx')
  const format = NOTE_FORMATS.find((one) => extname(given).toLowerCase() === `.${one}`)
  if (format === undefined)
    throw new CommandFailed(`--out: ${given} must end in ${NOTE_FORMATS.map((one) => `.${one}`).join(', ')}`)
  const folder = dirname(resolve(given))
  const isFolder = await stat(folder).then(
    (found) => found.isDirectory(),
    () => false,
  )
  if (!isFolder) throw new CommandFailed(`--out: there is no folder ${folder}`)
  await access(folder, constants.W_OK).catch(() => {
    throw new CommandFailed(`--out: nothing may be written to ${folder}`)
  })
  return { file: given, format }
}

async function write(file: string, content: Buffer): Promise<void> {
  try {
    await writeFile(file, content)
  } catch (error) {
    throw new CommandFailed(`--out: ${error instanceof Error ? error.message : 'the file was not written'}`)
  }
}
