import type { ReadDb } from '../../../platform/db/db.ts'
import type { Services } from '../../../platform/services.ts'
import { writeWorkbook } from '../../../platform/spreadsheets/index.ts'
import type { Vocabulary } from '../../population/index.ts'
import type { NoteFormat } from './note.contract.ts'
import { noteDocument } from './note.document.ts'
import type { NoteFacts } from './note.facts.ts'
import { gatherNote, type NoteRequest } from './note.gathering.ts'
import { noteWorkbook } from './note.workbook.ts'

export const MEDIA_TYPES: Readonly<Record<NoteFormat, string>> = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  pdf: 'application/pdf',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
}

/** The note on the indicators as a file. The same data and request give the same bytes. Faults: Unavailable. */
export async function makeNote(
  services: Pick<Services, 'settings' | 'translator'>,
  db: ReadDb,
  vocabulary: Vocabulary,
  request: NoteRequest & { readonly format: NoteFormat },
): Promise<Buffer> {
  return await printNote(await gatherNote(services, db, vocabulary, request), request.format)
}

async function printNote(facts: NoteFacts, format: NoteFormat): Promise<Buffer> {
  if (format === 'xlsx') return await writeWorkbook(noteWorkbook(facts))
  // The printers are large, and few commands need them.
  const { printDocx, printPdf } = await import('../../../platform/documents/index.ts')
  return await (format === 'docx' ? printDocx : printPdf)(noteDocument(facts))
}
