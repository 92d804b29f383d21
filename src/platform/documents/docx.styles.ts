import { AlignmentType, type IStylesOptions } from 'docx'

/** Margins of an official paper: 30 mm to bind, 10 mm at the right would be too tight for tables, so 15. */
export const MARGIN = { top: 1134, bottom: 1134, left: 1418, right: 850, footer: 567 }

/** A face every office has; what is missing is replaced by one of the same widths. */
const FONT = 'Times New Roman'

const half = (points: number): number => points * 2

/** The styles the printer names; all of them can be changed in Word at one place. */
export const docxStyles = (language: 'ru' | 'en'): IStylesOptions => ({
  default: {
    document: {
      run: { font: FONT, size: half(12), language: { value: language === 'ru' ? 'ru-RU' : 'en-GB' } },
      paragraph: { spacing: { after: 120 } },
    },
    title: {
      run: { font: FONT, size: half(15), bold: true },
      paragraph: { alignment: AlignmentType.CENTER, spacing: { before: 240, after: 60 } },
    },
    heading1: {
      run: { font: FONT, size: half(14), bold: true },
      paragraph: { keepNext: true, spacing: { before: 320, after: 120 } },
    },
    heading2: {
      run: { font: FONT, size: half(12), bold: true },
      paragraph: { keepNext: true, spacing: { before: 240, after: 80 } },
    },
    hyperlink: { run: { color: '1F4E79', underline: { type: 'single' } } },
  },
  paragraphStyles: [
    {
      ...{ id: 'Issuer', name: 'Issuer', basedOn: 'Normal' },
      run: { size: half(13), bold: true },
      paragraph: { alignment: AlignmentType.CENTER, spacing: { after: 160 } },
    },
    {
      ...{ id: 'Under', name: 'Under title', basedOn: 'Normal' },
      paragraph: { alignment: AlignmentType.CENTER, spacing: { after: 40 } },
    },
    {
      ...{ id: 'Small', name: 'Small print', basedOn: 'Normal' },
      run: { size: half(10), color: '595959' },
    },
    {
      ...{ id: 'Item', name: 'Item', basedOn: 'Normal' },
      paragraph: { spacing: { after: 60 } },
    },
    {
      ...{ id: 'Caption1', name: 'Table caption', basedOn: 'Normal' },
      run: { size: half(10), italics: true },
      paragraph: { keepNext: true, spacing: { before: 120, after: 60 } },
    },
    {
      ...{ id: 'Cell', name: 'Table cell', basedOn: 'Normal' },
      run: { size: half(10) },
      paragraph: { spacing: { after: 0 } },
    },
    {
      ...{ id: 'DenseCell', name: 'Dense table cell', basedOn: 'Normal' },
      run: { size: half(7) },
      paragraph: { spacing: { after: 0 } },
    },
    {
      ...{ id: 'Foot', name: 'Foot', basedOn: 'Normal' },
      run: { size: half(9), color: '595959' },
    },
    {
      ...{ id: 'Signature', name: 'Signature', basedOn: 'Normal' },
      paragraph: { keepLines: true, spacing: { before: 720 } },
    },
  ],
})
