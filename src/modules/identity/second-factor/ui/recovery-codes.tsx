import { Alert, Button, Group, Text } from '@mantine/core'
import type { ReactNode } from 'react'
import { useNotice } from '../../../../web/kit/notice.tsx'
import { saveFile } from '../../../../web/kit/save-file.ts'
import { useWords } from '../../../../web/language.tsx'
import { secondFactorWords } from './words.ts'

type Props = { readonly codes: readonly string[]; readonly done: string; onDone(): void }

/** The only sight of the recovery codes: to be printed, copied or saved before one goes on. */
export function RecoveryCodes({ codes, done, onDone }: Props): ReactNode {
  const words = useWords(secondFactorWords)
  const notice = useNotice()
  const text = `${words.codesFor}\n\n${codes.join('\n')}\n`
  return (
    <Alert role="status" title={words.codesTitle} className="rost-print-alone">
      <Text size="sm" className="rost-no-print">
        {words.codesAbout}
      </Text>
      <ol className="rost-codes" aria-label={words.codesFor}>
        {codes.map((code) => (
          <li key={code}>
            <code>{code}</code>
          </li>
        ))}
      </ol>
      <Group gap="xs" className="rost-no-print">
        <Button size="xs" variant="default" onClick={() => print()}>
          {words.print}
        </Button>
        <Button
          size="xs"
          variant="default"
          onClick={async () => {
            await navigator.clipboard.writeText(text)
            await notice(words.copied)
          }}
        >
          {words.copy}
        </Button>
        <Button
          size="xs"
          variant="default"
          onClick={() => saveFile(new File([text], words.fileName, { type: 'text/plain' }))}
        >
          {words.save}
        </Button>
        <Button size="xs" onClick={onDone}>
          {done}
        </Button>
      </Group>
    </Alert>
  )
}
