import { headerKey } from '../../text.ts'

/** Who teaches, as the district's list and the rows so far call them. */
export type Providers = {
  /** The name by which the same provider is known already; undefined where it is written so, or new. From then on a new one is known. */
  known(text: string): string | undefined
  /** Whether another provider of the list is called much the same, and nobody can say if it is the same one. */
  isDoubtful(text: string): boolean
}

/** Forms of law and words that everybody leaves out or puts in. */
const FORMS =
  /(?<![\p{L}\d])(ф?г?б?(оу|у)|г[ак]у|[мг]б?у|[мг]ау|чоу|ано|ооо|нп|ип|до|дпо|ппо|во|впо|спо|дппо|цдпо|пк|цпкс|оо)(?![\p{L}\d])/gu
const CITY =
  /(?<![\p{L}\d])(санкт[- ]?петербург(а|ский|ская|ское|ского|ской)?|с\.? ?-? ?петербург(а|ский|ская)?|спб)(?![\p{L}\d])/gu
const LEGAL =
  /(?<![\p{L}\d])(федеральное|государственное|муниципальное|бюджетное|автономное|частное|некоммерческая|образовательное|учреждение|организация|дополнительного|профессионального|педагогического|высшего|образования)(?![\p{L}\d])/gu

/** Shorter ones are part of too many others. */
const LONG_ENOUGH = 3

/** What is left of a name when quotation marks, forms of law and blanks go: the same of two spellings of one provider. */
export function providerKey(text: string): string {
  const plain = headerKey(text).replace(/[«»"„“”']/g, ' ')
  const bare = plain.replace(CITY, ' спб ').replace(LEGAL, ' ').replace(FORMS, ' ')
  const key = bare.replace(/[^\p{L}\d]/gu, '')
  return key === '' ? plain.replace(/[^\p{L}\d]/gu, '') : key
}

/** Of the labels of the list; one that a row brings is known to the rows behind. */
export function createProviders(labels: readonly string[]): Providers {
  const listed = new Set(labels.map(headerKey))
  const byKey = new Map<string, string>()
  for (const label of labels) if (!byKey.has(providerKey(label))) byKey.set(providerKey(label), label)
  return {
    known(text) {
      if (listed.has(headerKey(text))) return undefined
      const key = providerKey(text)
      const there = byKey.get(key)
      if (there === undefined) byKey.set(key, text)
      return there === undefined || headerKey(there) === headerKey(text) ? undefined : there
    },
    isDoubtful(text) {
      if (listed.has(headerKey(text))) return false
      const key = providerKey(text)
      if (key.length < LONG_ENOUGH) return false
      return [...byKey.keys()].some(
        (other) => other !== key && other.length >= LONG_ENOUGH && (other.includes(key) || key.includes(other)),
      )
    },
  }
}
