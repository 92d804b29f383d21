import { Select } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { call } from '../../../../web/api.ts'
import { listProgrammes, type ProgrammeLine } from '../programmes.contract.ts'

const ALL = 200
const LONG = 300_000

type Props = {
  readonly label: string
  /** The one that stood there; it stays though it may have left the register. */
  readonly had: { readonly id: number; readonly title: string } | null
  readonly disabled: boolean
  readonly required?: boolean
  /** Only those that may be taken without a group. */
  readonly alone?: boolean
  readonly value: string
  readonly error: string | undefined
  /** With what the register says of it; undefined for one that left it. */
  onChange(id: string, chosen: ProgrammeLine | undefined): void
}

/** A programme in the register. */
export function ProgrammeSelect({
  label,
  had,
  disabled,
  required,
  alone = false,
  value,
  error,
  onChange,
}: Props): ReactNode {
  const programmes = useQuery({
    queryKey: ['programmes', 'choice', alone],
    queryFn: () =>
      call(listProgrammes, {
        query: { size: ALL, state: ['registered'], sort: 'title', ...(alone && { selfStudy: 'yes' as const }) },
      }),
    staleTime: LONG,
  })
  const offered = (programmes.data?.items ?? []).filter(({ expired }) => !expired)
  const all = had === null || offered.some(({ id }) => id === had.id) ? offered : [had, ...offered]
  return (
    <Select
      label={label}
      disabled={disabled}
      required={required ?? false}
      searchable
      clearable
      data={all.map(({ id, title }) => ({ value: String(id), label: title }))}
      value={value === '' ? null : value}
      error={error}
      onChange={(id) => {
        const chosen = offered.find((one) => String(one.id) === id)
        onChange(id ?? '', chosen)
      }}
    />
  )
}
