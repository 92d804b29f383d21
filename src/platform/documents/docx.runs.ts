import { ExternalHyperlink, type ParagraphChild, TextRun } from 'docx'
import { type Inline, type Text, TONE_COLOURS } from './document.ts'

/** Text as runs of Word; a text with an address becomes a link. */
export const runs = (text: Text): ParagraphChild[] => text.map(run)

function run(inline: Inline): ParagraphChild {
  if (typeof inline === 'string') return new TextRun(inline)
  const { text, href, strong, tone } = inline
  const styled = new TextRun({
    text,
    ...(strong && { bold: true }),
    ...(tone !== undefined && { color: TONE_COLOURS[tone] }),
    ...(href !== undefined && { style: 'Hyperlink' }),
  })
  return href === undefined ? styled : new ExternalHyperlink({ link: href, children: [styled] })
}
