/** Which of the five cells that name a person a column holds. */
export type PersonPart = 'snils' | 'surname' | 'given' | 'patronymic' | 'birth'

/** What a cell may hold, and how it becomes a value. */
export type CellType =
  /** A text; one of `none` («нет») says that there is nothing, as an empty cell does. */
  | { readonly is: 'text'; readonly none?: readonly string[] }
  | { readonly is: 'email' }
  | { readonly is: 'date' }
  | { readonly is: 'yes-no' }
  /** An open list (of kind `sex`) that also says what the person is, where the words are known. */
  | { readonly is: 'sex' }
  /** A code of this sheet's own records, or of those another sheet defines: `event` looks among the codes of events. */
  | { readonly is: 'own-code' }
  | { readonly is: 'code'; readonly of: string }
  | { readonly is: 'position' }
  /** A closed list: what the file says → what is stored. */
  | { readonly is: 'closed'; readonly values: Readonly<Record<string, string>> }
  /** One value, or several with commas between, of an open list; it grows by what files bring. */
  | { readonly is: 'open'; readonly kind: string; readonly none?: readonly string[] }
  | { readonly is: 'open-list'; readonly kind: string }
  /** At least `from`, or more than `above`; at most what the cell under the header `upTo` says. */
  | {
      readonly is: 'number'
      readonly whole?: boolean
      readonly from?: number
      readonly above?: number
      readonly upTo?: string
    }
  | { readonly is: 'person'; readonly person: number; readonly part: PersonPart }

export type ColumnDeclaration = {
  readonly header: string
  /** The header must be there and the cell filled. */
  readonly required: boolean
  readonly type: CellType
  /** The column of the table; undefined for cells of people and for what is kept with the person. */
  readonly column: string | undefined
  /** The header of the start: this day must not be before it. */
  readonly notBefore?: string
}

/** What a card calls the records of somebody. */
export type RecordsTitle = { readonly ru: string; readonly en: string }

/** A person a row names. Their cells say who is meant; `column` of the table takes the id. */
export type PersonReference = {
  readonly column: string
  readonly headers: Readonly<Record<PersonPart, string>>
  readonly title: RecordsTitle
}

/**
 * A sheet of the exchange folder as data: reading, checking, resolving and merging all follow from it. Columns stand in
 * the order of the specification's table, which is the order in which faults count.
 */
export type SheetDeclaration = {
  readonly file: string
  /** null: the first sheet that has all required headers. */
  readonly sheet: string | null
  /** Sheets load in this order, and those of one file must follow each other. */
  readonly order: number
  /** Schema and name; has the columns tenant_id, id, source_id, source_row, origins and version. */
  readonly table: string
  readonly columns: readonly ColumnDeclaration[]
  readonly people: readonly PersonReference[]
  /** Columns of the table that make a record the same one; together with the tenant they are a unique key. */
  readonly key: readonly string[]
  /** The codes of this sheet are known to others under this name; the table has `code` and the unique `code_key`. */
  readonly defines?: string
  /** Somebody nobody knows is a new person here, and a fault elsewhere. */
  readonly bringsPeople?: boolean
  /**
   * Headers of the cells by which somebody tells one record of a person from another, beside the names of others; days say
   * when it was. Never what is closed to who may read that there is such a record.
   */
  readonly told?: readonly string[]
  /** Intervals of employment follow from these rows (`registry.rebuild_spans`): by the person, or by the organisation. */
  readonly spansBy?: 'person_id' | 'organisation'
}

type Shape = Pick<ColumnDeclaration, 'column'> & { readonly notBefore?: string }

/** A column whose header must be there and whose cell must be filled. */
export function required(
  header: string,
  type: CellType,
  column?: string,
  more: Partial<Shape> = {},
): ColumnDeclaration {
  return { header, required: true, type, column, ...more }
}

/** A column that may be absent (changes nothing) or empty (clears the value). */
export function optional(
  header: string,
  type: CellType,
  column?: string,
  more: Partial<Shape> = {},
): ColumnDeclaration {
  return { header, required: false, type, column, ...more }
}

const PARTS: Readonly<Record<PersonPart, string>> = {
  snils: 'СНИЛС',
  surname: 'Фамилия',
  given: 'Имя',
  patronymic: 'Отчество',
  birth: 'Дата рождения',
}

/** The headers of a person, with a suffix («наставника») where a row names two. */
export function personReference(column: string, title: RecordsTitle, suffix = ''): PersonReference {
  const header = (part: PersonPart): string => (suffix === '' ? PARTS[part] : `${PARTS[part]} ${suffix}`)
  return {
    column,
    title,
    headers: {
      snils: header('snils'),
      surname: header('surname'),
      given: header('given'),
      patronymic: header('patronymic'),
      birth: header('birth'),
    },
  }
}

/** One cell of a person; `person` is the place in the declaration's `people`. */
export function personColumn(
  reference: PersonReference,
  part: PersonPart,
  { person = 0, must = false }: { person?: number; must?: boolean } = {},
): ColumnDeclaration {
  return { header: reference.headers[part], required: must, type: { is: 'person', person, part }, column: undefined }
}

/** All five in the order of the specification's table; either the СНИЛС or name and birth date must be filled. */
export function personColumns(reference: PersonReference, person = 0): readonly ColumnDeclaration[] {
  const parts: readonly PersonPart[] = ['snils', 'surname', 'given', 'patronymic', 'birth']
  return parts.map((part) => personColumn(reference, part, { person }))
}
