import { plainText } from './plain.text.ts'

/** One page that is handed to somebody: who gives it, to whom, what for, and how to prove that it is good. */
export type Sheet = {
  /** Of the file; what stands on the page is below. */
  readonly title: string
  readonly issuer: string
  /** Address and requisites, under the issuer. */
  readonly under: readonly string[]
  readonly heading: string
  readonly number: string
  readonly lines: readonly SheetLine[]
  readonly signature: { readonly position: string; readonly name: string }
  /** Where and when. */
  readonly given: string
  /** A picture (SVG) that a telephone reads, and what it leads to in words. */
  readonly proof: { readonly svg: string; readonly about: string; readonly words: string }
}

export type SheetLine = { readonly text: string; readonly is: 'name' | 'subject' | 'plain' }

/** The sheet without what no file may hold. */
export function plainSheet(sheet: Sheet): Sheet {
  const { title, issuer, under, heading, number, lines, signature, given, proof } = sheet
  return {
    title: plainText(title),
    issuer: plainText(issuer),
    under: under.map(plainText),
    heading: plainText(heading),
    number: plainText(number),
    lines: lines.map(({ text, is }) => ({ text: plainText(text), is })),
    signature: { position: plainText(signature.position), name: plainText(signature.name) },
    given: plainText(given),
    proof: { svg: proof.svg, about: plainText(proof.about), words: plainText(proof.words) },
  }
}
