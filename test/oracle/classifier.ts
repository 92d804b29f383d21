import { fold } from './text.ts'

/** The pedagogical positions of indicators.md. */
export const PEDAGOGICAL = [
  'учитель',
  'воспитатель',
  'старший воспитатель',
  'педагог-психолог',
  'социальный педагог',
  'учитель-логопед',
  'учитель-дефектолог',
  'педагог дополнительного образования',
  'педагог-организатор',
  'методист',
  'тьютор',
  'музыкальный руководитель',
  'инструктор по физической культуре',
  'концертмейстер',
  'преподаватель-организатор ОБЗР',
  'педагог-библиотекарь',
  'мастер производственного обучения',
]

/** Classified as not pedagogical. */
export const OTHER = [
  'директор',
  'заместитель директора',
  'заведующий',
  'бухгалтер',
  'секретарь',
  'помощник воспитателя',
]

/** Another spelling of a position and the position that is meant. */
export const ALIASES: [string, string][] = [
  ['ПДО', 'педагог дополнительного образования'],
  ['педагог доп. образования', 'педагог дополнительного образования'],
  ['зам. директора', 'заместитель директора'],
  ['замдиректора', 'заместитель директора'],
  ['инструктор по физкультуре', 'инструктор по физической культуре'],
  ['инструктор ФК', 'инструктор по физической культуре'],
]

/** The classifier's own name of a position, after aliases; the text itself where the classifier lacks it. */
export function classified(text: string): { position: string; known: boolean } {
  for (const [alias, position] of ALIASES) if (fold(alias) === fold(text)) return { position, known: true }
  for (const position of [...PEDAGOGICAL, ...OTHER]) if (fold(position) === fold(text)) return { position, known: true }
  return { position: text, known: false }
}

/** Whether the position (as `classified` names it) is one of a pedagogue. */
export function isPedagogical(position: string): boolean {
  return PEDAGOGICAL.includes(position)
}
