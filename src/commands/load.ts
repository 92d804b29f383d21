import { exitCode, type LoadAnswer, LoadRefused, loadFolder } from '../modules/registry/index.ts'
import { modules } from '../modules.ts'
import { type Command, CommandFailed, type ExitCode } from '../platform/command-line.ts'
import { sheets } from '../sheets.ts'
import { terminalLanguage, text, withHouse } from './with-house.ts'

export const loadCommand: Command = {
  name: 'load',
  usage: 'DIR [--profile NAME] [--district CODE] [--json]',
  summary: 'loads an exchange folder of spreadsheets',
  options: { profile: { type: 'string' }, district: { type: 'string' }, json: { type: 'boolean' } },
  positionals: [1, 1],
  async run({ values, positionals }) {
    const [folder = ''] = positionals
    return await withHouse<ExitCode>(async ({ services }) => {
      const profile = text(values.profile)
      const seeds = modules.flatMap((module) => module.seedDistrict ?? [])
      try {
        const answer = await loadFolder(services, text(values.district), folder, {
          sheets,
          seeds,
          language: terminalLanguage(),
          ...(profile !== undefined && { profile }),
        })
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
