import { Text } from '@mantine/core'
import type { ReactNode } from 'react'
import { sayCount } from '../../../../web/formats.ts'
import { DataTable } from '../../../../web/kit/data-table.tsx'
import { Mark } from '../../../../web/kit/marks.tsx'
import { useLanguage, useWords } from '../../../../web/language.tsx'
import { plannerWords } from '../../planner/ui/words.ts'
import type { Sum } from '../course-plans.contract.ts'
import { type Balance, balanceOf, type Month, monthsOf } from '../money.contract.ts'
import { sayMoney } from './say-money.ts'
import { coursePlanWords } from './words.ts'

type Props = {
  readonly sums: readonly Sum[]
  readonly budgetMoney: number | null
  readonly extraMoney: number | null
}

/** What is planned against what there is, and how it falls on the months. */
export function MoneyTables({ sums, budgetMoney, extraMoney }: Props): ReactNode {
  const words = useWords(coursePlanWords)
  const { months } = useWords(plannerWords)
  const { language } = useLanguage()
  const said = (value: number | null): string => (value === null ? words.notSaid : sayMoney(value, language))
  const monthly = monthsOf(sums)
  return (
    <>
      <DataTable
        caption={words.budget}
        columns={[
          { key: 'source', title: words.source, cell: ({ funding }: Balance) => words.fundings[funding] },
          {
            key: 'planned',
            title: words.planned,
            number: true,
            cell: ({ planned, unpriced }) =>
              `${sayMoney(planned, language)}${unpriced === 0 ? '' : ` (${words.unpriced(unpriced)})`}`,
          },
          { key: 'there', title: words.there, number: true, cell: ({ budget }) => said(budget) },
          { key: 'rest', title: words.rest, number: true, cell: ({ rest }) => <Rest rest={rest} /> },
        ]}
        rows={balanceOf(sums, { budgetMoney, extraMoney })}
        keyOf={({ funding }) => funding}
      />
      {monthly.length === 0 ? (
        <Text size="sm" c="dimmed">
          {words.noSums}
        </Text>
      ) : (
        <details>
          <summary>{words.sums}</summary>
          <DataTable
            caption={words.sums}
            columns={[
              { key: 'month', title: words.month, cell: ({ month }: Month) => months[month - 1] },
              { key: 'courses', title: words.courses, number: true, cell: (row) => sayCount(row.courses, language) },
              { key: 'hours', title: words.hours, number: true, cell: (row) => sayCount(row.hours, language) },
              ...(['budget', 'extra'] as const).map((funding) => ({
                ...{ key: funding, title: words.fundings[funding], number: true },
                cell: ({ money }: Month) => sayMoney(money[funding], language),
              })),
            ]}
            rows={monthly}
            keyOf={({ month }) => month}
          />
        </details>
      )}
    </>
  )
}

function Rest({ rest }: { readonly rest: number | null }): ReactNode {
  const words = useWords(coursePlanWords)
  const { language } = useLanguage()
  if (rest === null) return '—'
  return rest < 0 ? <Mark state="bad">{words.short(sayMoney(-rest, language))}</Mark> : sayMoney(rest, language)
}
