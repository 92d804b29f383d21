/** What a truth file beside a sample district states. */
export type Truth = {
  readonly date: string
  readonly counts: Readonly<Record<string, number>>
  readonly rejected: Readonly<Record<string, readonly { readonly row: number; readonly code: string }[]>>
  readonly indicators: Readonly<
    Record<
      string,
      {
        readonly numerator?: number
        readonly denominator?: number
        readonly series?: readonly (readonly (string | number)[])[]
        readonly slices?: Readonly<Record<string, Readonly<Record<string, unknown>>>>
      }
    >
  >
}
