import { Refusal } from '../../../platform/errors.ts'
import type { CommandContext } from '../../../platform/http/route.ts'
import type { PersonalData } from '../../../platform/personal-data.ts'
import { findDistrictRow } from '../../registry/index.ts'
import { tellFates } from '../erasure/fates.ts'
import { requestDocument } from './request.document.ts'
import type { StoredRequest } from './requests.repo.ts'

const MEDIA_TYPES = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  pdf: 'application/pdf',
} as const

const inWords = new Intl.DateTimeFormat('ru', { dateStyle: 'long', timeZone: 'UTC' })
const sayDay = (day: string): string => inWords.format(Date.parse(`${day}T00:00:00Z`))

/** The letter with the answer. Faults: 409 for one that was not answered yet. */
export async function printAnswer(
  { tx }: CommandContext,
  data: readonly PersonalData[],
  request: StoredRequest,
  format: keyof typeof MEDIA_TYPES,
): Promise<{ readonly mediaType: string; readonly content: Uint8Array }> {
  const { id, applicant, kind, state, receivedOn, answer, answeredAt, extension, erased } = request
  if (answer === null || answeredAt === null) throw new Refusal('conflict', 'request_open')
  const day = answeredAt.slice(0, 10)
  const district = await findDistrictRow(tx)
  // The printers are large, and few commands need them.
  const { printDocx, printPdf } = await import('../../../platform/documents/index.ts')
  const document = requestDocument({
    ...{ id, applicant, kind, day, extension, answer, district: district?.name ?? '', isDone: state === 'done' },
    ...{ receivedOn: sayDay(receivedOn), answeredOn: sayDay(day) },
    erased: tellFates('ru', data, erased?.fates ?? []),
  })
  return { mediaType: MEDIA_TYPES[format], content: await (format === 'docx' ? printDocx : printPdf)(document) }
}
