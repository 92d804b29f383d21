import type { DictionaryTerm } from '../../registry/districts/district.contract.ts'
import { isWorse, type NoteFigure, type NoteRow, standing } from './figures.ts'
import { type Findings, type Moved, movedOf, type OutlierOf, worseOutliers } from './findings.ts'
import type { NoteFacts } from './note.facts.ts'

/** Whose work an indicator is, told by what its definition speaks of: the first of these that fits. */
const OWNERS: readonly { readonly work: Work; readonly fits: (figure: NoteFigure) => boolean }[] = [
  { work: 'staffing', fits: ({ subject }) => subject === 'post' },
  { work: 'wellbeing', fits: ({ terms }) => terms.includes('organiserType') },
  { work: 'pool', fits: ({ terms }) => terms.includes('inPool') },
  { work: 'mentoring', fits: ({ terms }) => terms.includes('mentored') || terms.includes('mentoringModel') },
  { work: 'communities', fits: ({ terms }) => terms.includes('member') },
  { work: 'learning', fits: ({ terms }) => terms.includes('trained') },
  { work: 'diagnostics', fits: ({ terms }) => terms.includes('diagnosed') },
  { work: 'staffing', fits: ({ terms }) => terms.includes('experience') || terms.includes('age') },
]

export const WORKS = [
  'staffing',
  'wellbeing',
  'pool',
  'mentoring',
  'communities',
  'learning',
  'diagnostics',
  'figures',
] as const
export type Work = (typeof WORKS)[number]

/** The unit of the district that answers for the work, as the district's dictionary calls it. */
export const UNIT_OF: Readonly<Record<Work, DictionaryTerm>> = {
  staffing: 'department',
  wellbeing: 'psychological_centre',
  pool: 'methodical_centre',
  mentoring: 'methodical_centre',
  communities: 'methodical_centre',
  learning: 'methodical_centre',
  diagnostics: 'methodical_centre',
  figures: 'methodical_centre',
}

export type Concern = { readonly figure: NoteFigure; readonly moved: Moved | undefined }

export type Attention = {
  /** Works of the district with the indicators that are beyond their bounds or got worse. */
  readonly works: readonly { readonly work: Work; readonly concerns: readonly Concern[] }[]
  /** Organisations far below the others of their type, those with the most such figures first. */
  readonly organisations: readonly { readonly row: NoteRow; readonly outliers: readonly OutlierOf[] }[]
}

const ORGANISATIONS_SHOWN = 10

export function attentionOf({ figures }: NoteFacts, findings: Findings): Attention {
  const concerns = figures.flatMap((figure): Concern[] => {
    const moved = movedOf(figure)
    const worse = moved !== undefined && isWorse(figure, moved.change.by) ? moved : undefined
    const judged = standing(figure)
    return judged === 'bad' || judged === 'warn' || worse !== undefined ? [{ figure, moved: worse }] : []
  })
  const byWork = Map.groupBy(concerns, ({ figure }) => OWNERS.find(({ fits }) => fits(figure))?.work ?? 'figures')
  const byOrganisation = Map.groupBy(worseOutliers(findings), ({ outlier }) => outlier.row.id)
  return {
    works: WORKS.flatMap((work) => {
      const some = byWork.get(work)
      return some === undefined ? [] : [{ work, concerns: some }]
    }),
    organisations: [...byOrganisation.values()]
      .flatMap((outliers) => (outliers[0] === undefined ? [] : [{ row: outliers[0].outlier.row, outliers }]))
      .sort((one, other) => other.outliers.length - one.outliers.length || (one.row.key < other.row.key ? -1 : 1))
      .slice(0, ORGANISATIONS_SHOWN),
  }
}
