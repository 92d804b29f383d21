export type { Block, Chart, Document, Inline, Part, Table, TableColumn, Text, Tone } from './document.ts'
export { printDocx } from './docx.printer.ts'
export { PictureBroken, printPdf, printSheets, SHEETS_AT_ONCE } from './pdf.printer.ts'
export type { Sheet, SheetLine } from './sheet.ts'
