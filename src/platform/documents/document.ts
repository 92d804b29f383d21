/** A document apart from its format: what stands in it, in order; the printers make Word and PDF of the same. */
export type Document = {
  readonly title: string
  readonly language: 'ru' | 'en'
  /** The day the document speaks of: its own date inside the file, so that the same content gives the same bytes. */
  readonly date: string
  /** At the foot of each page, before its number. */
  readonly footer: string
  readonly parts: readonly Part[]
}

/** Pages of one orientation; each part begins on a new page. */
export type Part = { readonly landscape: boolean; readonly blocks: readonly Block[] }

/** Where something stands: said in words too, never by colour alone. */
export type Tone = 'good' | 'warn' | 'bad' | 'muted'

export type Inline =
  | string
  | { readonly text: string; readonly href?: string; readonly strong?: boolean; readonly tone?: Tone }

export type Text = readonly Inline[]

export type Block =
  | { readonly is: 'letterhead'; readonly issuer: string; readonly number: string; readonly addressee: string }
  | { readonly is: 'title'; readonly text: string; readonly under: readonly string[] }
  | { readonly is: 'heading'; readonly level: 1 | 2; readonly text: string }
  | { readonly is: 'paragraph'; readonly text: Text; readonly small?: boolean }
  | { readonly is: 'list'; readonly items: readonly Text[] }
  | Table
  | ({ readonly is: 'chart' } & Chart)
  | { readonly is: 'signature'; readonly position: string; readonly name: string }

export type Table = {
  readonly is: 'table'
  readonly caption: string
  readonly columns: readonly TableColumn[]
  readonly rows: readonly (readonly Text[])[]
  /** Small print, for tables of many columns. */
  readonly dense?: boolean
}

/** `width` is relative to the other columns. */
export type TableColumn = { readonly title: string; readonly width: number; readonly align?: 'start' | 'end' }

export type Chart = {
  readonly kind: 'bar' | 'line'
  readonly title: string
  /** What it shows, for who does not see it. */
  readonly about: string
  readonly unit: '%' | ''
  readonly categories: readonly string[]
  /** A value a category; null leaves a gap. */
  readonly series: readonly { readonly name: string; readonly values: readonly (number | null)[] }[]
}

/** Colours of print: dark enough for small type on white (at least 4.5 : 1). */
export const TONE_COLOURS: Readonly<Record<Tone, string>> = {
  good: '2B6A2F',
  warn: '8A5A00',
  bad: 'A8201A',
  muted: '595959',
}

/** The days compared are told apart by lightness too, for black-and-white printers. */
export const SERIES_COLOURS = ['1F4E79', '9DB7D1', 'B05B00'] as const
