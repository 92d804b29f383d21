import { Button, Group, NumberInput, Select, Text } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { call } from '../../../../web/api.ts'
import { sayCount } from '../../../../web/formats.ts'
import { useDraft } from '../../../../web/kit/draft.ts'
import { FormCard, useForm } from '../../../../web/kit/form.tsx'
import { Section } from '../../../../web/kit/page.tsx'
import { ProblemNote } from '../../../../web/kit/problem-note.tsx'
import { useLanguage, useWords } from '../../../../web/language.tsx'
import { useMay } from '../../../../web/me.tsx'
import { type Band, type BandSetting, clearBand, setBand } from '../bands.contract.ts'
import { useBands } from './use-bands.ts'
import { bandWords } from './words.ts'

type Props = { readonly code: string; readonly isShare: boolean }

/** From which value on the indicator is good here, and the plan; changed in place by who may define indicators. */
export function BandCard({ code, isShare }: Props): ReactNode {
  const words = useWords(bandWords)
  const { language } = useLanguage()
  const band = useBands().get(code)
  const mayDefine = useMay('indicator.define')
  const [changing, setChanging] = useState(false)
  const unit = isShare ? '\u00a0%' : ''
  const say = (value: number): string => `${sayCount(value, language)}${unit}`
  return (
    <Section
      title={words.title}
      actions={
        mayDefine && !changing ? (
          <Button size="xs" variant="default" onClick={() => setChanging(true)}>
            {band === undefined ? words.set : words.change}
          </Button>
        ) : null
      }
    >
      {changing ? (
        <BandForm code={code} band={band} unit={unit} onDone={() => setChanging(false)} />
      ) : band === undefined ? (
        <Text size="sm" c="dimmed">
          {words.none}
        </Text>
      ) : (
        <dl className="rost-facts">
          <dt>{band.better === 'higher' ? words.good : words.goodBelow}</dt>
          <dd>{say(band.good)}</dd>
          <dt>{band.better === 'higher' ? words.warn : words.warnBelow}</dt>
          <dd>{say(band.warn)}</dd>
          {band.plan === null ? null : (
            <>
              <dt>{words.plan}</dt>
              <dd>{say(band.plan)}</dd>
            </>
          )}
        </dl>
      )}
    </Section>
  )
}

/** As it stands in the fields: nothing typed is an empty text. */
type Typed = {
  readonly better: BandSetting['better']
  readonly good: number | string
  readonly warn: number | string
  readonly plan: number | string
}

const FIRST: Typed = { better: 'higher', good: 70, warn: 50, plan: '' }

type FormProps = { readonly code: string; readonly band: Band | undefined; readonly unit: string; onDone(): void }

function BandForm({ code, band, unit, onDone }: FormProps): ReactNode {
  const words = useWords(bandWords)
  const client = useQueryClient()
  const draft = useDraft<Typed>(`band-${code}`, band === undefined ? FIRST : { ...band, plan: band.plan ?? '' })
  const typed = draft.value
  const close = (): void => {
    draft.clear()
    onDone()
  }
  const form = useForm({
    save: () =>
      call(
        setBand,
        {
          params: { code },
          body: {
            better: typed.better,
            good: Number(typed.good),
            warn: Number(typed.warn),
            plan: typed.plan === '' ? null : Number(typed.plan),
          },
        },
        { version: band?.version ?? 0 },
      ),
    touches: [['bands']],
    saved: words.saved,
    onDone: close,
  })
  const clearing = useMutation({
    mutationFn: async (one: Band) => await call(clearBand, { params: { code } }, { version: one.version }),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ['bands'] })
      close()
    },
  })
  const number = (field: 'good' | 'warn' | 'plan', label: string): ReactNode => (
    <NumberInput
      label={label}
      required={field !== 'plan'}
      suffix={unit}
      decimalSeparator=","
      allowedDecimalSeparators={[',', '.']}
      value={typed[field]}
      error={form.fault(field)}
      onChange={(value) => draft.change({ [field]: value })}
    />
  )
  return (
    <>
      <FormCard
        form={form}
        label={words.title}
        save={words.save}
        cancel={words.cancel}
        onCancel={close}
        restored={draft.restored}
        onStartAnew={() => draft.clear()}
        onShowNow={() => client.invalidateQueries({ queryKey: ['bands'] })}
      >
        <Select
          label={words.better}
          allowDeselect={false}
          data={(['higher', 'lower'] as const).map((value) => ({ value, label: words[value] }))}
          value={typed.better}
          onChange={(better) => draft.change({ better: better === 'lower' ? 'lower' : 'higher' })}
        />
        {number('good', typed.better === 'higher' ? words.good : words.goodBelow)}
        {number('warn', typed.better === 'higher' ? words.warn : words.warnBelow)}
        {number('plan', words.plan)}
      </FormCard>
      <ProblemNote error={clearing.error} />
      {band === undefined ? null : (
        <Group mt="xs">
          <Button size="xs" variant="subtle" loading={clearing.isPending} onClick={() => clearing.mutate(band)}>
            {words.clear}
          </Button>
        </Group>
      )}
    </>
  )
}
