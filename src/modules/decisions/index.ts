export { NOTE_FORMATS, type NoteFormat } from './note/note.contract.ts'
export { makeNote } from './note/note.service.ts'
