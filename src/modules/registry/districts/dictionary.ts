import type { ReadDb } from '../../../platform/db/db.ts'
import { LANGUAGES } from '../../../platform/messages.ts'
import { DICTIONARY_TERMS, type Dictionary, type District, type OwnWords } from './district.contract.ts'
import { districtMessages } from './district.messages.ts'
import { findDistrictRow } from './district.repo.ts'

type Own = District['own']

/** The words of the connection's district for our terms, its own before ours. */
export async function dictionaryOf(db: ReadDb): Promise<Dictionary> {
  return withDefaults((await findDistrictRow(db))?.own ?? {})
}

/** A word for every term and language. */
export function withDefaults(own: Own): Dictionary {
  const words = DICTIONARY_TERMS.map((term) => {
    const { ru, en } = own[term] ?? {}
    const { ru: our, en: ours } = districtMessages
    return [term, { ru: ru ?? our.dictionary[term], en: en ?? ours.dictionary[term] }]
  })
  return Object.fromEntries(words) as Dictionary
}

/** The own words after a change: null takes one out, what is not named stays. */
export function changeWords(own: Own, change: OwnWords): Own {
  const terms = DICTIONARY_TERMS.map((term) => {
    const merged = { ...own[term], ...change[term] }
    const kept = LANGUAGES.flatMap((language) => (merged[language] ? [[language, merged[language]]] : []))
    return [term, Object.fromEntries(kept)] as const
  })
  return Object.fromEntries(terms.filter(([, words]) => Object.keys(words).length > 0))
}
