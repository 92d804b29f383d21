import { catalogueOf } from '../catalogue.ts'
import { type House, openHouse } from '../house.ts'
import { chooseDistrict } from '../modules/registry/index.ts'
import { modules } from '../modules.ts'
import { CommandFailed } from '../platform/command-line.ts'
import { makeDataFolder } from '../platform/data.folder.ts'
import { readSettings } from '../platform/env.ts'
import { Refusal } from '../platform/errors.ts'
import { createLog } from '../platform/log.ts'
import type { Language } from '../platform/messages.ts'

/** Opens the house for one command and closes it again. A refusal becomes one line that says what happened and what to do. */
export async function withHouse<T>(run: (house: House) => Promise<T>): Promise<T> {
  const settings = readSettings()
  makeDataFolder(settings.dataFolder)
  const house = await openHouse(settings, createLog(settings.logLevel === 'info' ? 'warn' : settings.logLevel), {
    work: false,
  })
  try {
    return await run(house)
  } catch (error) {
    throw error instanceof Refusal ? new CommandFailed(sayRefusal(house, error)) : error
  } finally {
    await house.close()
  }
}

/** Russian unless the terminal speaks English. */
export function terminalLanguage(environment: NodeJS.ProcessEnv = process.env): Language {
  return (environment.LC_ALL || environment.LC_MESSAGES || environment.LANG || '').startsWith('en') ? 'en' : 'ru'
}

function sayRefusal({ services }: House, { code, details }: Refusal): string {
  const key = `${catalogueOf(modules).get(code) ?? 'platform'}:problems.${code}`
  const language = terminalLanguage()
  const { title, todo } = {
    title: services.translator.say(language, `${key}.title`, details.params),
    todo: services.translator.say(language, `${key}.todo`, details.params),
  }
  return `${title}. ${todo}`
}

/** The district a command works for: the one named, else the only one that is no demo. */
export async function requireDistrict(
  { services }: House,
  code: string | undefined,
): Promise<{ id: number; code: string }> {
  const choice = await chooseDistrict(services.database, code)
  switch (choice.is) {
    case 'found':
      return choice.district
    case 'unknown':
      throw new CommandFailed(`no district ${code}`)
    case 'none':
      throw new CommandFailed('there is no district yet: load an exchange folder first (./rost load DIR)')
    case 'several':
      throw new CommandFailed(`several districts: choose one with --district (${choice.codes.join(', ')})`)
  }
}

export const text = (value: string | boolean | undefined): string | undefined =>
  typeof value === 'string' ? value : undefined
