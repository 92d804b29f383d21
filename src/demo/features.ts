import { addDays, type Day } from './days.ts'
import type { Visitor } from './visitor.ts'

/** Of so many organisations of a type one has introduced it. */
const SHARES: Readonly<Record<string, number>> = {
  'положение о ВСОКО': 2,
  'новая модель методической службы': 3,
  'профессиональное обучающееся сообщество': 4,
  'тьютор профессионального развития': 5,
}
const DAYS_BETWEEN = 23

type Features = {
  readonly items: readonly object[]
  readonly kinds: readonly { readonly id: number; readonly label: string }[]
}

/** What schools have introduced, a few every month. */
export async function noteFeatures(methodist: Visitor, until: Day): Promise<void> {
  const { items } = await methodist.get('/api/organisations?type=school&size=200&sort=name')
  for (const [at, { id }] of (items as readonly { id: number }[]).entries()) {
    const { items: known, kinds } = (await methodist.get(`/api/organisations/${id}/features`)) as Features
    if (known.length > 0) continue
    for (const { id: kindId, label } of kinds) {
      if (at % (SHARES[label] ?? Number.POSITIVE_INFINITY) !== 0) continue
      const from = addDays(until, -40 - at * DAYS_BETWEEN)
      const document = label.startsWith('положение')
        ? `Приказ от ${from.slice(8)}.${from.slice(5, 7)}.${from.slice(0, 4)} № ${at + 12}-о`
        : ''
      await methodist.send('POST', `/api/organisations/${id}/features`, { kindId, from, document })
    }
  }
}
