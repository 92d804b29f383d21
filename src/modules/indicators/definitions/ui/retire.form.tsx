import { Text, TextInput } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { call } from '../../../../web/api.ts'
import { today } from '../../../../web/formats.ts'
import { useDraft } from '../../../../web/kit/draft.ts'
import { FormCard, useForm } from '../../../../web/kit/form.tsx'
import { useWords } from '../../../../web/language.tsx'
import { type IndicatorCard, retireIndicator } from '../definitions.contract.ts'
import { touchesIndicators } from './use-card.ts'
import { definitionWords } from './words.ts'

type Props = { readonly card: IndicatorCard; onDone(): void }

/** Stops counting an indicator after a day. */
export function RetireForm({ card: { code, version }, onDone }: Props): ReactNode {
  const words = useWords(definitionWords)
  const client = useQueryClient()
  const draft = useDraft<{ lastDay: string }>(`retire-${code}`, { lastDay: today() })
  const close = (): void => {
    draft.clear()
    onDone()
  }
  const form = useForm({
    save: (key) => call(retireIndicator, { params: { code }, body: draft.value }, { key, version }),
    touches: touchesIndicators,
    saved: words.retired,
    onDone: close,
  })
  return (
    <FormCard
      form={form}
      label={words.retire}
      save={words.retireNow}
      cancel={words.cancel}
      onCancel={close}
      onShowNow={() => client.invalidateQueries({ queryKey: ['definition'] })}
    >
      <Text size="sm" className="rost-wide">
        {words.retireDetail}
      </Text>
      <TextInput
        type="date"
        label={words.retireLast}
        required
        value={draft.value.lastDay}
        error={form.fault('lastDay')}
        onChange={(e) => draft.change({ lastDay: e.currentTarget.value })}
      />
    </FormCard>
  )
}
