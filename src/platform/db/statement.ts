/** A statement that a connection prepares once; `name` is unique to the text. */
export type Statement = { readonly name: string; readonly text: string }

/** What a statement can be given; an array becomes an array of the database. */
export type Given = string | number | boolean | null | Uint8Array | readonly (string | number | boolean | null)[]

export type Ask = <Row>(statement: Statement, values: readonly Given[]) => Promise<readonly Row[]>
