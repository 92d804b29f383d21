import type { Language } from '../../../platform/messages.ts'
import type { PersonalData, Said } from '../../../platform/personal-data.ts'
import type { Fate } from './erasure.ts'
import { sayFate } from './erasure.words.ts'

export type ToldFate = {
  readonly table: string
  readonly about: string
  readonly does: Fate['does']
  readonly rows: number
  readonly stays: boolean
  /** What becomes of the rows, and why they stay where they do. */
  readonly fate: string
}

/** What goes and what stays, in words; a table nobody declares any more goes by its name. */
export function tellFates(language: Language, data: readonly PersonalData[], fates: readonly Fate[]): ToldFate[] {
  const say = (said: Said | undefined): string => said?.[language === 'ru' ? 0 : 1] ?? ''
  const abouts = new Map(data.flatMap(({ tables }) => Object.entries(tables)).map(([name, { about }]) => [name, about]))
  return fates.map(({ table, does, rows, why }) => {
    const about = say(abouts.get(table)) || table
    return { table, about, does, rows, stays: why !== null, fate: say(sayFate(does, why)) }
  })
}
