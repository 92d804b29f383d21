import type { Words } from '../vocabulary.ts'

/** The closed list of types of organisations, as it reads. */
export const ORGANISATION_TYPE_WORDS: Readonly<Record<string, Words>> = {
  school: { ru: 'школа', en: 'school' },
  kindergarten: { ru: 'ДОУ', en: 'kindergarten' },
  additional: { ru: 'УДО', en: 'additional education' },
  methodical_centre: { ru: 'ИМЦ', en: 'methodical centre' },
  psychological_centre: { ru: 'ЦППМСП', en: 'psychological centre' },
}
