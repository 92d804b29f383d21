import type { Language } from '../../../platform/messages.ts'
import type { Copy } from './copy.ts'

const WORDS = {
  ru: {
    title: 'Что обо мне записано',
    made: (day: string) => `Составлено ${day}. СНИЛС целиком показан первой строкой, в остальных местах он зашифрован.`,
    snils: 'СНИЛС',
    purpose: 'Зачем',
    ground: 'Основание',
    term: 'Срок',
    none: 'ничего',
    files: 'Строки присланных файлов: чьи они, видно, только когда их откроют. Спросите у методического центра.',
  },
  en: {
    title: 'What is on record of me',
    made: (day: string) => `Made on ${day}. The whole СНИЛС stands in the first line; elsewhere it is sealed.`,
    snils: 'СНИЛС',
    purpose: 'What for',
    ground: 'Ground',
    term: 'For how long',
    none: 'nothing',
    files: 'Rows of files that were sent: whose they are shows only when they are opened. Ask the methodical centre.',
  },
} as const

type Made = { readonly copy: Copy; readonly snils: string | null; readonly day: string; readonly language: Language }

/** The copy as a page that needs nothing beside itself: to read, to print. */
export function copyPage({ copy, snils, day, language }: Made): string {
  const words = WORDS[language]
  const parts = copy.map(({ about, purpose, ground, term, fields, rows, kept }) => {
    const heads = fields.filter(({ column }) => rows.some((row) => column in row))
    const table = `<table><thead><tr>${heads.map(({ is }) => `<th>${escaped(is)}</th>`).join('')}</tr></thead><tbody>${rows
      .map((row) => `<tr>${heads.map(({ column }) => `<td>${escaped(textOf(row[column]))}</td>`).join('')}</tr>`)
      .join('')}</tbody></table>`
    const shown = kept === 'files' ? `<p>${words.files}</p>` : rows.length === 0 ? `<p>${words.none}</p>` : table
    return `<section><h2>${escaped(about)}</h2><p><small>${words.purpose}: ${escaped(purpose)}. ${words.ground}: ${escaped(
      ground,
    )}. ${words.term}: ${escaped(term)}.</small></p>${shown}</section>`
  })
  return `<!doctype html>
<html lang="${language}"><head><meta charset="utf-8"><title>${words.title}</title><style>
body { font: 15px/1.45 sans-serif; margin: 2rem auto; max-width: 60rem; padding: 0 1rem }
table { border-collapse: collapse; display: block; overflow-x: auto }
th, td { border: 1px solid #bbb; padding: 3px 8px; text-align: left; vertical-align: top }
</style></head><body><h1>${words.title}</h1><p>${words.made(escaped(day))}</p>${
    snils === null ? '' : `<p>${words.snils}: ${escaped(snils)}</p>`
  }${parts.join('\n')}</body></html>
`
}

const textOf = (value: unknown): string =>
  value === null || value === undefined
    ? '—'
    : Array.isArray(value)
      ? value.map(textOf).join(', ')
      : typeof value === 'object'
        ? JSON.stringify(value)
        : String(value)

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}
const escaped = (text: string): string => text.replace(/[&<>"']/g, (sign) => ENTITIES[sign] ?? sign)
