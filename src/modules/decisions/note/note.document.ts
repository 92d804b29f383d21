import type { Block, Document } from '../../../platform/documents/index.ts'
import { attentionOf } from './attention.ts'
import { findingsOf } from './findings.ts'
import type { NoteFacts, Paper } from './note.facts.ts'
import { sayDay, upperFirst } from './russian.ts'
import { aboutSection } from './sections/about.section.ts'
import { appendixParts } from './sections/appendix.section.ts'
import { attentionSection } from './sections/attention.section.ts'
import { findingsSection } from './sections/findings.section.ts'
import { gapsSection } from './sections/gaps.section.ts'
import { seriesSection } from './sections/series.section.ts'
import { slicesSection } from './sections/slices.section.ts'
import { valuesSection } from './sections/values.section.ts'

/** The note as a document, in Russian: it is a paper of a Russian district, whoever prints it. */
export function noteDocument(facts: NoteFacts): Document {
  const { district, words, date, paper } = facts
  const findings = findingsOf(facts)
  const title = upperFirst(words.note.ru)
  return {
    title: `${title} на ${sayDay(date)}: ${district}`,
    language: 'ru',
    date,
    footer: `${district} · ${words.note.ru} на ${sayDay(date)}`,
    parts: [
      {
        landscape: false,
        blocks: [
          { is: 'letterhead', issuer: district, number: numberOf(paper), addressee: paper.addressee ?? '' },
          {
            is: 'title',
            text: title,
            under: ['по показателям профессионального развития педагогов', `на ${sayDay(date)}`],
          },
          ...numbered([
            ...aboutSection(facts),
            ...findingsSection(facts, findings),
            ...attentionSection(facts, attentionOf(facts, findings)),
            ...valuesSection(facts),
            ...seriesSection(facts),
            ...slicesSection(facts),
            ...gapsSection(facts),
          ]),
          signatureOf(paper),
        ],
      },
      ...appendixParts(facts),
    ],
  }
}

/** The sections numbered in their order; one may be missing. */
function numbered(blocks: readonly Block[]): Block[] {
  let section = 0
  return blocks.map((block) =>
    block.is === 'heading' && block.level === 1 ? { ...block, text: `${++section}. ${block.text}` } : block,
  )
}

/** What is not typed stays a line to be filled in by hand. */
const numberOf = ({ signedOn, number }: Paper): string =>
  `от ${signedOn === undefined ? '________________' : sayDay(signedOn)} № ${number ?? '__________'}`

const signatureOf = ({ position, signatory }: Paper): Block => ({
  is: 'signature',
  position: position ?? '______________________________',
  name: signatory ?? '____________________',
})
