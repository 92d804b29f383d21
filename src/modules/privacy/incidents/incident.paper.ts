import type { Document } from '../../../platform/documents/index.ts'
import type { Incident } from './incidents.contract.ts'

const MEDIA_TYPES = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  pdf: 'application/pdf',
} as const

const inWords = new Intl.DateTimeFormat('ru', { dateStyle: 'long', timeStyle: 'short', timeZone: 'Europe/Moscow' })
const sayMoment = (moment: string | null): string =>
  moment === null ? '—' : `${inWords.format(Date.parse(moment))} (МСК)`

/** An incident as a paper for the authority, in Russian. */
function incidentDocument(incident: Incident, district: string): Document {
  const { id, title, happenedAt, knownAt, data, people, causes, measures, notice, findings, closedAt } = incident
  const rows: readonly (readonly [string, string])[] = [
    ['Что случилось', title],
    ['Когда случилось', sayMoment(happenedAt)],
    ['Когда стало известно', sayMoment(knownAt)],
    ['Какие данные', data],
    ['Скольких людей касается', people === null ? 'уточняется' : String(people)],
    ['Предполагаемые причины', causes ?? 'уточняются'],
    ['Что сделано', measures ?? 'уточняется'],
    ['Первичное уведомление — до', sayMoment(notice.dueAt)],
    ['Первичное уведомление отправлено', sayMoment(notice.doneAt)],
    ['Результаты расследования — до', sayMoment(findings.dueAt)],
    ['Результаты расследования отправлены', sayMoment(findings.doneAt)],
    ['Закрыто', sayMoment(closedAt)],
  ]
  const name = 'Сведения об инциденте с персональными данными'
  return {
    ...{
      title: `${name} № ${id}`,
      language: 'ru',
      date: knownAt.slice(0, 10),
      footer: `${district} · инцидент № ${id}`,
    },
    parts: [
      {
        landscape: false,
        blocks: [
          { is: 'letterhead', issuer: district, number: `№ ${id}`, addressee: 'Роскомнадзор' },
          { is: 'title', text: name, under: ['152-ФЗ, ст. 21, ч. 3.1'] },
          {
            is: 'table',
            caption: 'Инцидент',
            columns: [
              { title: 'Вопрос', width: 4 },
              { title: 'Ответ', width: 8 },
            ],
            rows: rows.map(([question, answer]) => [[question], [answer]]),
          },
          { is: 'signature', position: 'Ответственный за обработку персональных данных', name: '____________________' },
        ],
      },
    ],
  }
}

export async function printIncident(
  incident: Incident,
  district: string,
  format: keyof typeof MEDIA_TYPES,
): Promise<{ readonly mediaType: string; readonly content: Uint8Array }> {
  // The printers are large, and few commands need them.
  const { printDocx, printPdf } = await import('../../../platform/documents/index.ts')
  const print = format === 'docx' ? printDocx : printPdf
  return { mediaType: MEDIA_TYPES[format], content: await print(incidentDocument(incident, district)) }
}
