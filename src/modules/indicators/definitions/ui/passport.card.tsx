import { Button, Group, Title } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import { sayShortDay } from '../../../../web/formats.ts'
import { useLanguage, useWords } from '../../../../web/language.tsx'
import { useMay } from '../../../../web/me.tsx'
import type { DefinitionView, IndicatorCard } from '../definitions.contract.ts'
import { PassportForm } from './passport.form.tsx'
import { definitionWords } from './words.ts'

type Props = { readonly card: IndicatorCard; readonly definition: DefinitionView }

/** What officials expect to read about an indicator; the formula and the basis are those of the version shown. */
export function PassportCard({ card, definition }: Props): ReactNode {
  const words = useWords(definitionWords)
  const mayDefine = useMay('indicator.define')
  const [changing, setChanging] = useState(false)
  return (
    <section className="rost-section" aria-labelledby="passport" data-passport>
      <Group justify="space-between" mb="xs" gap="xs">
        <Title order={2} size="h4" id="passport">
          {words.passport}
        </Title>
        <Group gap="xs" className="rost-no-print">
          {mayDefine && !changing ? (
            <Button size="xs" variant="default" onClick={() => setChanging(true)}>
              {words.changePassport}
            </Button>
          ) : null}
          <Button size="xs" variant="default" onClick={printPassport}>
            {words.printPassport}
          </Button>
        </Group>
      </Group>
      {changing ? (
        <PassportForm card={card} onDone={() => setChanging(false)} />
      ) : (
        <PassportLines card={card} definition={definition} />
      )}
    </section>
  )
}

function PassportLines({ card: { passport }, definition }: Props): ReactNode {
  const words = useWords(definitionWords)
  const { language } = useLanguage()
  const { said, body, orderReference, validFrom, validUntil, version, title, code } = definition
  const day = (iso: string): string => sayShortDay(iso, language)
  const validity = validUntil === null ? words.fromOn(day(validFrom)) : words.fromTo(day(validFrom), day(validUntil))
  const lines: readonly (readonly [string, string | null])[] = [
    [words.fields.number, passport.number],
    [words.fullName, `${code} · ${title}`],
    [words.fields.unit, passport.unit ?? words.units[body.kind]],
    [words.fields.purpose, passport.purpose],
    [words.basisShort, orderReference],
    [
      words.formation,
      [
        `${words.numerator} — ${said.numerator}`,
        ...(said.denominator === null ? [] : [`${words.denominator} — ${said.denominator}`]),
        words.onDay,
      ].join('; '),
    ],
    [words.fields.period, passport.period],
    [words.fields.source, passport.source],
    [words.fields.monitoring, passport.monitoring],
    [words.fields.responsible, passport.responsible],
    [words.fields.contact, passport.contact],
    [words.validity, `${words.version.toLowerCase()} ${version}, ${validity}`],
  ]
  return (
    <dl className="rost-facts">
      {lines.map(([name, text]) => (
        <div key={name} className="rost-fact">
          <dt>{name}</dt>
          <dd>{text ?? words.notSaid}</dd>
        </div>
      ))}
    </dl>
  )
}

/** Prints the passport alone: the rest of the page is left out while the printer looks. */
function printPassport(): void {
  const { dataset } = document.documentElement
  dataset.print = 'passport'
  window.print()
  delete dataset.print
}
