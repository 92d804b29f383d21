import type { SubjectView } from '../../../population/asking/populations.contract.ts'
import type { Population } from '../../../population/population.contract.ts'
import type { DefinitionBody } from '../definition.contract.ts'
import type { DefinitionView, NewEdition } from '../definitions.contract.ts'

/** A quantity as it is typed; an empty `sum` counts one by one. */
type TypedQuantity = { readonly subject: string; readonly of: Population; readonly sum: string }

/** A definition as it stands in the form. What another kind needs is kept while one tries kinds. */
export type Typed = {
  readonly code: string
  readonly titleRu: string
  readonly titleEn: string
  readonly shortRu: string
  readonly shortEn: string
  readonly kind: DefinitionBody['kind']
  /** The denominator of a share, the population of a count, the numerator of a ratio. */
  readonly main: TypedQuantity
  readonly who: Population
  readonly below: TypedQuantity
  readonly slices: readonly string[]
  readonly points: number
  readonly validFrom: string
  readonly orderReference: string
}

const EVERYBODY: Population = { all: [] }
const NOTHING: TypedQuantity = { subject: 'person', of: EVERYBODY, sum: '' }

export const newDefinition = (today: string): Typed => ({
  ...{ code: '', titleRu: '', titleEn: '', shortRu: '', shortEn: '', orderReference: '', validFrom: today },
  ...{ kind: 'share', main: { ...NOTHING, of: { term: 'pedagogue' } }, who: EVERYBODY, below: NOTHING },
  ...{ slices: ['organisation', 'organisation_type'], points: 1 },
})

type Model = Pick<DefinitionView, 'body' | 'code' | 'titleRu' | 'titleEn' | 'shortRu' | 'shortEn'>

export function typedOf(definition: Model, validFrom: string): Typed {
  const { body, code, titleRu, titleEn, shortRu, shortEn } = definition
  const quantity = ({ subject, of, sum = '' }: { subject: string; of: Population; sum?: string | undefined }) => ({
    subject,
    of,
    sum,
  })
  return {
    ...{ code, titleRu, titleEn, shortRu: shortRu ?? '', shortEn: shortEn ?? '' },
    ...{ validFrom, kind: body.kind, orderReference: '' },
    main: body.kind === 'ratio' ? quantity(body.numerator) : quantity(body.kind === 'share' ? { ...body } : body),
    who: body.kind === 'share' ? body.who : EVERYBODY,
    below: body.kind === 'ratio' ? quantity(body.denominator) : NOTHING,
    slices: body.slices,
    points: body.series?.points ?? 1,
  }
}

export function editionOf(typed: Typed): NewEdition {
  const { titleRu, titleEn, validFrom } = typed
  return {
    titleRu,
    titleEn: orNull(titleEn) ?? titleRu,
    shortRu: orNull(typed.shortRu),
    shortEn: orNull(typed.shortEn),
    body: bodyOf(typed),
    validFrom,
    orderReference: orNull(typed.orderReference),
  }
}

const orNull = (text: string): string | null => (text.trim() === '' ? null : text)

function bodyOf({ kind, main, who, below, slices, points }: Typed): DefinitionBody {
  const shared = { slices: [...slices], ...(points > 1 && { series: { points } }) }
  const quantity = ({ subject, of, sum }: TypedQuantity) => ({ subject, of, ...(sum !== '' && { sum }) })
  switch (kind) {
    case 'share':
      return { kind, subject: main.subject, of: main.of, who, ...shared }
    case 'count':
      return { kind, ...quantity(main), ...shared }
    case 'ratio':
      return { kind, numerator: quantity(main), denominator: quantity(below), ...shared }
  }
}

/** The slices a definition can have: those of all its subjects. */
export function slicesOf(subjects: readonly SubjectView[], { kind, main, below }: Typed): string[] {
  const of = (name: string): string[] => subjects.find(({ subject }) => subject === name)?.slices ?? []
  return kind === 'ratio' ? of(main.subject).filter((slice) => of(below.subject).includes(slice)) : of(main.subject)
}
