import type { Tone } from '../../../platform/documents/index.ts'
import type { Standing } from '../../indicators/bands/bands.contract.ts'
import type { Work } from './attention.ts'

/** Types of organisations where there are several of them, and the others of one type. */
export const TYPE_WORDS: Readonly<Record<string, { readonly all: string; readonly others: string }>> = {
  school: { all: 'школы', others: 'остальные школы' },
  kindergarten: { all: 'ДОУ', others: 'остальные ДОУ' },
  additional: { all: 'УДО', others: 'остальные УДО' },
  methodical_centre: { all: 'ИМЦ', others: 'остальные ИМЦ' },
  psychological_centre: { all: 'ЦППМСП', others: 'остальные ЦППМСП' },
}

export const SLICE_WORDS: Readonly<Record<string, { readonly by: string; readonly one: string }>> = {
  organisation: { by: 'по организациям', one: 'Организация' },
  organisation_type: { by: 'по типам организаций', one: 'Тип организации' },
  type: { by: 'по типам', one: 'Тип' },
  subject: { by: 'по учебным предметам', one: 'Предмет' },
  age: { by: 'по возрасту', one: 'Возраст' },
  position: { by: 'по должностям', one: 'Должность' },
}

export const sliceWords = (name: string): { readonly by: string; readonly one: string } =>
  SLICE_WORDS[name] ?? { by: `по разрезу «${name}»`, one: name }

export const WORK_WORDS: Readonly<Record<Work, string>> = {
  staffing: 'кадровое обеспечение',
  wellbeing: 'профилактика профессионального выгорания',
  pool: 'методический актив',
  mentoring: 'наставничество',
  communities: 'методические объединения и профессиональные сообщества',
  learning: 'повышение квалификации и переподготовка',
  diagnostics: 'диагностика профессиональных дефицитов',
  figures: 'мониторинг показателей',
}

/** Said with a mark, so that nobody needs to see colours. */
export const STANDING_WORDS: Readonly<Record<Standing, { readonly text: string; readonly tone: Tone }>> = {
  good: { text: '● норма', tone: 'good' },
  warn: { text: '◆ внимание', tone: 'warn' },
  bad: { text: '▼ за границей', tone: 'bad' },
}
