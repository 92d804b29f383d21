import type { Funding, Sum } from './course-plans.contract.ts'

export type Balance = {
  readonly funding: Exclude<Funding, 'free'>
  readonly planned: number
  readonly unpriced: number
  /** Null: nobody has said what there is. */
  readonly budget: number | null
  /** What stays; below zero where more is planned than there is. */
  readonly rest: number | null
}

type Budget = { readonly budgetMoney: number | null; readonly extraMoney: number | null }

/** What is planned against what there is, by source; in kopecks, so that sums of many prices stay exact. */
export function balanceOf(sums: readonly Sum[], { budgetMoney, extraMoney }: Budget): Balance[] {
  const there = { budget: budgetMoney, extra: extraMoney } as const
  return (['budget', 'extra'] as const).map((funding) => {
    const own = sums.filter((sum) => sum.funding === funding)
    const kopecks = own.reduce((total, { money }) => total + Math.round(money * 100), 0)
    const budget = there[funding]
    return {
      ...{ funding, budget, planned: kopecks / 100 },
      unpriced: own.reduce((total, { unpriced }) => total + unpriced, 0),
      rest: budget === null ? null : (Math.round(budget * 100) - kopecks) / 100,
    }
  })
}

export type Month = {
  readonly month: number
  readonly courses: number
  readonly hours: number
  readonly money: Readonly<Record<Funding, number>>
}

/** Months in which something is planned, in their order. */
export function monthsOf(sums: readonly Sum[]): Month[] {
  const months = [...new Set(sums.map(({ month }) => month))].sort((one, other) => one - other)
  return months.map((month) => {
    const own = sums.filter((sum) => sum.month === month)
    const money = (funding: Funding): number => own.find((sum) => sum.funding === funding)?.money ?? 0
    return {
      month,
      courses: own.reduce((total, { courses }) => total + courses, 0),
      hours: own.reduce((total, { hours }) => total + hours, 0),
      money: { budget: money('budget'), extra: money('extra'), free: 0 },
    }
  })
}
