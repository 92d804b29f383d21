import { sqlState, type Tx } from '../../../platform/db/db.ts'
import { type FieldFault, invalidField, Refusal } from '../../../platform/errors.ts'
import { addDays, checkPopulation, type PopulationFault, type Vocabulary } from '../../population/index.ts'
import { type Definition, type DefinitionBody, quantitiesOf } from './definition.contract.ts'
import type { NewEdition, NewIndicator, Passport } from './definitions.contract.ts'
import * as repo from './definitions.repo.ts'
import { SIXTEEN } from './sixteen.ts'

const UNIQUE = '23505'

/** The day from which the concept with the sixteen indicators was in force. */
const CONCEPT_IN_FORCE = '2021-09-20'
const CONCEPT = 'Концепция системы обеспечения профессионального развития педагогических работников, 20.09.2021'

/** Loads the sixteen indicators into a new district as ordinary definitions. */
export async function seedIndicators(tx: Tx): Promise<void> {
  for (const { code, ru, en, short, body } of SIXTEEN) {
    const indicator = await repo.insertIndicator(tx, code)
    const edition = {
      ...{ titleRu: ru, titleEn: en, shortRu: short.ru, shortEn: short.en, body },
      ...{ validFrom: CONCEPT_IN_FORCE, orderReference: CONCEPT },
    }
    await repo.insertDefinition(tx, indicator, 1, edition, null)
  }
}

/** The codes of the sixteen: a promise to scripts, whatever else a district defines. */
export const SIXTEEN_CODES: readonly string[] = SIXTEEN.map(({ code }) => code)

/** Defines an indicator. Refused when the code is taken or the definition says something the language does not know. */
export async function createIndicator(
  tx: Tx,
  vocabulary: Vocabulary,
  indicator: NewIndicator,
  account: number | null,
): Promise<number> {
  refuseFaulty(vocabulary, indicator.body)
  const id = await insertNew(tx, indicator.code)
  await repo.insertDefinition(tx, id, 1, indicator, account)
  return id
}

async function insertNew(tx: Tx, code: string): Promise<number> {
  try {
    return await repo.insertIndicator(tx, code)
  } catch (error) {
    if (sqlState(error) === UNIQUE) throw invalidField('code', 'indicator_code_taken')
    throw error
  }
}

/** An indicator as it was seen: its code and the version of its card. */
export type Seen = { readonly code: string; readonly version: number }

/**
 * A new version from a day on; the one in force ends the day before. Published figures keep the version they were
 * counted by. Gives the number of the new version.
 */
export async function replaceDefinition(
  tx: Tx,
  vocabulary: Vocabulary,
  seen: Seen,
  edition: NewEdition,
  account: number | null,
): Promise<Definition> {
  refuseFaulty(vocabulary, edition.body)
  const current = await changeNewest(tx, seen)
  if (edition.validFrom <= current.validFrom)
    throw invalidField('validFrom', 'edition_too_early', { day: current.validFrom })
  if (current.validUntil === null || current.validUntil >= edition.validFrom)
    await repo.endDefinition(tx, current.id, addDays(edition.validFrom, -1))
  await repo.insertDefinition(tx, current.indicatorId, current.version + 1, edition, account)
  return { ...current, version: current.version + 1 }
}

export async function retireIndicator(tx: Tx, seen: Seen, lastDay: string): Promise<Definition> {
  const current = await changeNewest(tx, seen)
  if (current.validUntil !== null) throw new Refusal('conflict', 'indicator_retired')
  if (lastDay < current.validFrom)
    throw invalidField('lastDay', 'edition_too_early', { day: addDays(current.validFrom, -1) })
  await repo.endDefinition(tx, current.id, lastDay)
  return current
}

export async function writePassport(tx: Tx, seen: Seen, passport: Passport): Promise<number> {
  const id = await change(tx, seen)
  await repo.writePassport(tx, id, passport)
  return id
}

async function changeNewest(tx: Tx, seen: Seen): Promise<Definition> {
  await change(tx, seen)
  const [newest] = await repo.findEditions(tx, seen.code)
  if (newest === undefined) throw new Refusal('not_found', 'not_found')
  return newest
}

/** Whoever saw an older card is told so; the row stays locked until the change is done. */
async function change(tx: Tx, { code, version }: Seen): Promise<number> {
  const id = await repo.countChange(tx, code, version)
  if (id !== undefined) return id
  if ((await repo.findCard(tx, code)) === undefined) throw new Refusal('not_found', 'not_found')
  throw new Refusal('version_conflict', 'version_conflict')
}

/** Everything a definition says is held against the vocabulary; each fault names its place in the body. */
function refuseFaulty(vocabulary: Vocabulary, body: DefinitionBody): void {
  const faults = faultsOf(vocabulary, body)
  if (faults.length === 0) return
  const fields: FieldFault[] = faults.map(({ path, code, params }) => ({
    in: 'body',
    path: `body.${path}`,
    code,
    ...(params && { params }),
  }))
  throw new Refusal('invalid', 'request_invalid', { fields: fields.slice(0, 100) })
}

export function faultsOf(vocabulary: Vocabulary, body: DefinitionBody): PopulationFault[] {
  const { numerator, denominator } = quantitiesOf(body)
  const parts =
    body.kind === 'ratio'
      ? ([
          ['numerator', body.numerator],
          ['denominator', body.denominator],
        ] as const)
      : ([['', { ...numerator, ...(denominator ?? {}) }]] as const)
  const populations = parts.flatMap(([path, quantity]) => {
    const subject = vocabulary.subjects.get(quantity.subject)
    const at = (name: string): string => (path === '' ? name : `${path}.${name}`)
    if (subject === undefined) return [{ path: at('subject'), code: 'subject_unknown' }]
    const sum =
      quantity.sum !== undefined && !(quantity.sum in subject.sums) ? [{ path: at('sum'), code: 'field_unknown' }] : []
    const slices = body.slices.flatMap((slice, i) =>
      slice in subject.slices ? [] : [{ path: `slices.${i}`, code: 'slice_unknown' }],
    )
    return [...sum, ...slices, ...checkPopulation(vocabulary, quantity.subject, quantity.of, at('of'))]
  })
  const who = body.kind === 'share' ? checkPopulation(vocabulary, body.subject, body.who, 'who') : []
  return [...populations, ...who]
}
