import type { ReactNode } from 'react'
import { sayDay } from '../../../../web/formats.ts'
import { useLanguage, useWords } from '../../../../web/language.tsx'
import type { Slip } from '../slips.contract.ts'
import { accountWords } from './words.ts'

/** Slips as they come out of the printer: ten on a sheet of A4 with lines to cut along, each organisation on its own. */
export function SlipSheets({ slips }: { slips: readonly Slip[] }): ReactNode {
  const groups = Map.groupBy(slips, ({ organisation }) => organisation?.id ?? 0)
  return [...groups].map(([id, group]) => (
    <section key={id} className="rost-slips" aria-label={group[0]?.organisation?.name}>
      {group.map((slip) => (
        <OneSlip key={slip.accountId} slip={slip} />
      ))}
    </section>
  ))
}

function OneSlip({ slip }: { slip: Slip }): ReactNode {
  const words = useWords(accountWords)
  const { language } = useLanguage()
  return (
    <article className="rost-slip">
      <strong>{slip.name}</strong>
      <div className="rost-slip-small">{slip.organisation?.name}</div>
      <dl>
        <dt>{words.slipAddress}</dt>
        <dd>{slip.address.replace(/^https?:\/\//, '')}</dd>
        <dt>{words.slipLogin}</dt>
        <dd className="rost-slip-secret">{slip.login}</dd>
        <dt>{words.slipCode}</dt>
        <dd className="rost-slip-secret">{slip.code}</dd>
      </dl>
      <ol className="rost-slip-small">
        {words.slipSteps.map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ol>
      <div className="rost-slip-small">{words.slipUntil(sayDay(slip.until, language))}</div>
    </article>
  )
}
