import { Select } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { call } from '../../../../web/api.ts'
import type { Form } from '../../../../web/kit/form.tsx'
import { useWords } from '../../../../web/language.tsx'
import type { PaperKind } from '../../papers/kinds.contract.ts'
import { registerWords } from '../../register/ui/words.ts'
import { listSeries, type Series } from '../series.contract.ts'

export type SeriesChoice = {
  readonly fitting: readonly Series[]
  /** The first that fits unless another one is chosen. */
  readonly chosen: Series | undefined
  readonly isKnown: boolean
  choose(id: string | null): void
}

/** The series from which papers of a kind take their numbers; only for who gives papers. */
export function useSeries(kind: PaperKind, gives = true): SeriesChoice {
  const [wanted, choose] = useState<string | null>(null)
  const found = useQuery({ queryKey: ['document-series'], queryFn: () => call(listSeries, {}), enabled: gives })
  const fitting = (found.data?.items ?? []).filter((series) => series.kind === kind && !series.retired)
  return {
    fitting,
    chosen: fitting.find(({ id }) => String(id) === wanted) ?? fitting[0],
    isKnown: found.isSuccess,
    choose,
  }
}

type Props = { readonly form: Form; readonly series: SeriesChoice }

export function SeriesField({ form, series: { fitting, chosen, isKnown, choose } }: Props): ReactNode {
  const words = useWords(registerWords)
  return (
    <Select
      label={words.seriesLabel}
      required
      allowDeselect={false}
      data={fitting.map(({ id, title }) => ({ value: String(id), label: title }))}
      value={chosen === undefined ? null : String(chosen.id)}
      description={chosen === undefined ? isKnown && words.seriesNone : chosen.last !== null && words.next(chosen.last)}
      error={form.fault('seriesId')}
      onChange={choose}
    />
  )
}
