/** In Russian and in English. */
export type Said = readonly [ru: string, en: string]

/**
 * What a column holds; `seen` where it is closed to whom the rest of the table is not, `names` where it holds an id: the table
 * and column that says what of.
 */
export type PersonalColumn =
  | Said
  | { readonly is: Said; readonly seen?: readonly string[]; readonly names?: readonly [table: string, column: string] }

/** A column that holds the id (or ids) of what another table names. */
export const named = (is: Said, table: string, column: string) => ({ is, names: [table, column] }) as const

/**
 * What becomes of the rows of somebody who is erased. In SQL over a row `r`, `:people` and `:accounts` are theirs as
 * arrays of bigint, `:texts` patterns of LIKE, in lower case, for their name, number and addresses; `where` stands for
 * whose the rows are.
 */
export type Erasing =
  /** They go; `through`: a function of the owner, for what the application may not delete. */
  | { readonly does: 'remove'; readonly where?: string; readonly through?: string }
  /** They go, and stand in the file of the request for as long as the answer is kept. */
  | { readonly does: 'file'; readonly why: string }
  /** They stay without these columns: SQL of what stands there instead; `why`: where a name stays, a code of words. */
  | {
      readonly does: 'blank'
      readonly set: Readonly<Record<string, string>>
      readonly where?: string
      readonly why?: string
    }
  /** Sealed rows, looked into one by one by the module that seals them. */
  | { readonly does: 'open' }
  /** They stay: why, is a code of words. */
  | { readonly does: 'keep'; readonly why: string }

/**
 * Rows `r` go by themselves so many days after `since`, SQL of a moment or a day. `through`: a function of the owner, for what
 * the application may not delete, that knows the term too. `by`: the job that removes them along with what belongs to them.
 */
export type Expiring = {
  readonly days: number
  readonly since: string
  readonly where?: string
  readonly through?: string
  readonly by?: string
}

/**
 * What a copy with changed names has of a table, `r` being its rows: nothing, all as it is, or SQL of what stands in columns
 * (`set`), columns whose free text goes without names (`unnamed`), columns that say nothing by themselves (`kept`). Of what
 * keeps something of people each text and each day of birth is named here. The SQL may ask the tables that `Changing` makes.
 */
export type Copying =
  | 'nothing'
  | 'as it is'
  | {
      readonly set?: Readonly<Record<string, string>>
      readonly unnamed?: readonly string[]
      readonly kept?: readonly string[]
    }

/** Of traces and of answers. */
export const THREE_YEARS = 1_096

/**
 * A table that keeps something of people. `purpose`, `ground` and `term` are codes whose words the module `privacy` has, `seen`
 * the permissions of those who see it. Every column of the table is named: what it holds of a person, or among `plain`.
 */
export type PersonalTable = {
  readonly about: Said
  /**
   * The columns by which a row belongs to people or to accounts; `only` is a condition on rows
   * `r` where the columns may hold something else; `sealed`: only who opens a row knows whose it is.
   */
  readonly of:
    | { readonly people: readonly string[]; readonly only?: string }
    | { readonly accounts: readonly string[] }
    | 'sealed'
  readonly purpose: string
  readonly ground: string
  readonly term: string
  readonly seen: readonly string[]
  readonly columns: Readonly<Record<string, PersonalColumn>>
  readonly erasing: Erasing
  /** Where rows go by themselves. */
  readonly expires?: Expiring
  /** Where nobody says it, a copy with changed names has nothing of it. */
  readonly copying?: Copying
  /** Free texts in which anybody may be named; who is erased is named there no more. */
  readonly mentions?: readonly string[]
  /** Columns that say nothing of a person. */
  readonly plain?: readonly string[]
}

/** Most rows simply go. */
export const REMOVED = { does: 'remove' } as const satisfies Erasing

/** What a module keeps of people, beside the module; a test holds that no table and no column is missing. */
export type PersonalData = {
  readonly module: string
  readonly tables: Readonly<Record<string, PersonalTable>>
  /** Tables without personal data, and why. */
  readonly others: Readonly<Record<string, string>>
  /** Those of them that a copy with changed names does not have as they are. */
  readonly othersInCopy?: Readonly<Record<string, Copying>>
}

/** Columns of any table that say nothing of a person: keys, and where a row comes from. */
export const COMMON_COLUMNS: readonly string[] = ['tenant_id', 'id', 'version', 'source_id', 'source_row', 'origins']
