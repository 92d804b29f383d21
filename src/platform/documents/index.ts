export type { Block, Chart, Document, Inline, Part, Table, TableColumn, Text, Tone } from './document.ts'
export { printDocx } from './docx.printer.ts'
export { printPdf } from './pdf.printer.ts'
