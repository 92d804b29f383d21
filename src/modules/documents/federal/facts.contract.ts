/** What is said of a document: as it was given first, as another paper in its place, or that it is good no more. */
export const SAYINGS = ['original', 'duplicate', 'annulled'] as const
export type Saying = (typeof SAYINGS)[number]

export const STUDY_FORMS = ['in_person', 'part_time', 'by_correspondence'] as const
export const FUNDINGS = ['budget', 'paid'] as const
export const EDUCATIONS = ['higher', 'secondary'] as const
/** Why another paper took the place of the first one. */
export const CAUSES = ['exchanged', 'lost'] as const

/** ОКСМ, the code of a country, of Russia. */
export const RUSSIA = '643'

/** Facts that the register asks for and people fill in: of the document, and of who was given it. */
export const DOCUMENT_FACTS = ['studyForm', 'funding', 'field', 'group', 'cause'] as const
export const LEARNER_FACTS = ['citizenship', 'education', 'diplomaSurname', 'diplomaSeries', 'diplomaNumber'] as const
export const FILLED_FACTS = [...LEARNER_FACTS, ...DOCUMENT_FACTS] as const
export type FilledFact = (typeof FILLED_FACTS)[number]
export type Filled = Readonly<Record<FilledFact, string | null>>

/** Facts that stand on the card of the person. */
export const CARD_FACTS = ['surname', 'sex', 'snils'] as const
export type LackingFact = FilledFact | (typeof CARD_FACTS)[number]

export const ANSWERS = ['waiting', 'taken', 'refused'] as const
export type Answer = (typeof ANSWERS)[number]
