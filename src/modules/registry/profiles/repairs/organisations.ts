import { headerKey } from '../../text.ts'

export type KnownOrganisation = { readonly code: string; readonly name: string; readonly type: string | undefined }

export type Organisations = {
  /** The code as it is stored, where the text is one. */
  byCode(text: string): string | undefined
  /** The code of the one organisation that a name, a shortened name or a number can mean; undefined for none or several. */
  resolve(text: string): string | undefined
  add(organisation: KnownOrganisation): void
}

/** Words that say what kind of organisation it is; their kind, as far as numbers are told apart by it. */
const KINDS: readonly (readonly [RegExp, string])[] = [
  [
    /(^|[^а-я])(д\/с|дс|доу|доо|гдоу|гбдоу|мбдоу|мдоу|мкдоу|маоу дс|детск[а-я]+ сад[а-я]*|детсад|сад|црр)(?=$|[^а-я])/,
    'kindergarten',
  ],
  [/(^|[^а-я])(ддт|цдт|ддют|удо|удод|дюсш|гбудо|дом творчества|дворец творчества)(?=$|[^а-я])/, 'additional'],
  [/(^|[^а-я])(имц|иоц|нмц)(?=$|[^а-я])/, 'methodical_centre'],
  [/(^|[^а-я])(цппмсп|цппмсс|цппмц|ппс)(?=$|[^а-я])/, 'psychological_centre'],
  [
    /(^|[^а-я])(сош|оош|нош|школ[а-я]*|шк|гимнази[а-я]*|лице[а-я]*|гбоу|мбоу|мкоу|маоу|оу|оо|интернат)(?=$|[^а-я])/,
    'school',
  ],
]
const LEGAL =
  /(^|\s)(санкт-петербурга?|спб|г\.?|города|района|р-на|[а-я]+ского|муниципальн[а-я]+|государственн[а-я]+|бюджетн[а-я]+|автономн[а-я]+|казенн[а-я]+|общеобразовательн[а-я]+|образовательн[а-я]+|дошкольн[а-я]+|учреждени[а-я]+|средн[а-я]+|гбоу|мбоу|мкоу|маоу|гбдоу|мбдоу|гдоу|гбу|мбу|до)(?=\s|$)/g

export function createOrganisations(known: Iterable<KnownOrganisation>): Organisations {
  const codes = new Map<string, string>()
  const names = new Map<string, Set<string>>()
  const numbers = new Map<string, Map<string, string>>()
  const organisations: Organisations = {
    byCode: (text) => codes.get(headerKey(text)),
    resolve(text) {
      const named = only(names.get(headerKey(text))) ?? only(names.get(bare(text)))
      if (named !== undefined) return named
      const number = numberOf(text)
      const candidates = number === undefined ? undefined : numbers.get(number)
      if (candidates === undefined) return undefined
      const kind = kindOf(text)
      const fitting = [...candidates].filter(([, type]) => kind === undefined || type === kind).map(([code]) => code)
      return fitting.length === 1 ? fitting[0] : undefined
    },
    add({ code, name, type }) {
      codes.set(headerKey(code), code)
      for (const key of [headerKey(name), bare(name)]) {
        const owners = names.get(key) ?? new Set()
        names.set(key, owners.add(code))
      }
      const number = numberOf(name)
      if (number === undefined) return
      const owners = numbers.get(number) ?? new Map<string, string>()
      numbers.set(number, owners.set(code, type ?? kindOf(name) ?? ''))
    },
  }
  for (const one of known) organisations.add(one)
  return organisations
}

/** A text that may well name an organisation: a word for its kind, beside a number or in quotation marks. */
export function looksLikeOrganisation(text: string): boolean {
  return kindOf(text) !== undefined && (numberOf(text) !== undefined || /[«"]/.test(text))
}

function kindOf(text: string): string | undefined {
  const key = headerKey(text)
  return KINDS.find(([pattern]) => pattern.test(key))?.[1]
}

/** Days and school years, which titles say beside a name. */
const DAYS = /\d{1,2}\.\d{1,2}\.\d{2,4}|\d{4}\s*[-–/]\s*\d{2,4}/g

/** The only number of a text that is no day: of «школа 15 корпус 2» nobody knows which. */
function numberOf(text: string): string | undefined {
  const found = text.replace(DAYS, ' ').match(/\d+/g) ?? []
  return found.length === 1 ? (found[0] ?? '').replace(/^0+(?=\d)/, '') : undefined
}

/** Without legal form, district, quotation marks and number signs. */
function bare(text: string): string {
  return headerKey(text)
    .replace(/[«»"“”„'().,№]/g, ' ')
    .replace(LEGAL, ' ')
    .replace(LEGAL, ' ')
    .replace(/\s+/g, ' ')
    .trim()
}

const only = (owners: ReadonlySet<string> | undefined): string | undefined =>
  owners?.size === 1 ? [...owners][0] : undefined
