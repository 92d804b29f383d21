import {
  compareFolder,
  exitCode,
  type LoadAnswer,
  type LoadPreview,
  type LoadProgress,
  LoadRefused,
  loadFolder,
} from '../modules/registry/index.ts'
import { modules } from '../modules.ts'
import { type Command, CommandFailed, type ExitCode } from '../platform/command-line.ts'
import type { Services } from '../platform/services.ts'
import { sheets } from '../sheets.ts'
import { readDay } from './day.option.ts'
import { terminalLanguage, text, withHouse } from './with-house.ts'

export const loadCommand: Command = {
  usage: 'DIR [--profile NAME] [--as-of YYYY-MM-DD] [--district CODE] [--preview] [--json]',
  summary: 'loads an exchange folder of spreadsheets',
  options: {
    profile: { type: 'string' },
    'as-of': { type: 'string' },
    district: { type: 'string' },
    preview: { type: 'boolean' },
    json: { type: 'boolean' },
  },
  positionals: [1, 1],
  async run({ values, positionals }) {
    const [folder = ''] = positionals
    return await withHouse<ExitCode>(async ({ services }) => {
      const profile = text(values.profile)
      const asOf = values['as-of'] === undefined ? undefined : readDay('--as-of', text(values['as-of']))
      const seeds = modules.flatMap((module) => module.seedDistrict ?? [])
      try {
        if (values.preview)
          return await preview(services, folder, {
            district: text(values.district),
            profile,
            asOf,
            asJson: values.json === true,
          })
        const answer = await loadFolder(services, text(values.district), folder, {
          ...{ sheets, seeds, onProgress },
          language: terminalLanguage(),
          ...(profile !== undefined && { profile }),
          ...(asOf !== undefined && { asOf }),
        })
        endProgress()
        process.stdout.write(values.json ? `${JSON.stringify(answer)}\n` : describe(answer))
        const code = exitCode(answer)
        if (code !== 0)
          process.stderr.write(`${code === 2 ? 'nothing could be loaded' : 'loaded, but something was refused'}\n`)
        return code
      } catch (error) {
        if (!(error instanceof LoadRefused)) throw error
        throw new CommandFailed(
          services.translator.say(terminalLanguage(), `registry:load.refusal.${error.code}`, error.params),
        )
      }
    })
  },
}

/** One line that is written over, and only for who sits in front of it. */
function onProgress({ share, file, rows }: LoadProgress): void {
  if (!process.stderr.isTTY) return
  process.stderr.write(`\r${String(share).padStart(3)}%  rows ${rows}${file === null ? '' : `  ${file}`}\u001b[K`)
}

function endProgress(): void {
  if (process.stderr.isTTY) process.stderr.write('\r\u001b[K')
}

/** What loading would come to; nothing is written. */
async function preview(
  services: Services,
  folder: string,
  {
    district,
    profile,
    asOf,
    asJson,
  }: {
    readonly district: string | undefined
    readonly profile: string | undefined
    readonly asOf: string | undefined
    readonly asJson: boolean
  },
): Promise<ExitCode> {
  const options = {
    ...{ sheets, onProgress, language: terminalLanguage() },
    ...(profile !== undefined && { profile }),
    ...(asOf !== undefined && { asOf }),
  }
  const found = await compareFolder(services, district, folder, options)
  endProgress()
  process.stdout.write(asJson ? `${JSON.stringify(found)}\n` : describePreview(found))
  return exitCode(found)
}

function describePreview({ files, unread, people }: LoadPreview): string {
  const lines = files.map(({ file, sheet, rows, accepted, updated, unchanged, duplicates, rejected, gone }) => {
    const name = sheet === null ? file : `${file} (${sheet})`
    const added = accepted - updated - unchanged
    return `${name}: rows ${rows}, new ${added}, changed ${updated}, unchanged ${unchanged}, duplicates ${duplicates}, faulty ${rejected.length}, gone from the file ${gone}`
  })
  const told = unread.map(({ file, message, code }) => `${file}: ${message} [${code}]`)
  return `${[...lines, `people: new ${people.added}, changed ${people.changed}`, ...told].join('\n')}\n`
}

function describe(answer: LoadAnswer): string {
  const files = answer.files.map(
    ({ file, sheet, rows, accepted, updated, unchanged, duplicates, rejected, warnings }) => {
      const name = sheet === null ? file : `${file} (${sheet})`
      const counts = `rows ${rows}, accepted ${accepted} (updated ${updated}, unchanged ${unchanged}), duplicates ${duplicates}, rejected ${rejected.length}, warnings ${warnings.length}`
      return [
        `${name}: ${counts}`,
        ...rejected.slice(0, 20).map((r) => `  ${r.row}: ${r.message} [${r.code}, ${r.column}]`),
        ...(rejected.length > 20 ? [`  … ${rejected.length - 20} more`] : []),
      ].join('\n')
    },
  )
  return `${[...files, ...answer.unread.map((u) => `${u.file}: ${u.message} [${u.code}]`)].join('\n')}\n`
}
