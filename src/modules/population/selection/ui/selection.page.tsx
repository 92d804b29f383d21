import { TextInput } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import { download } from '../../../../web/api.ts'
import { today } from '../../../../web/formats.ts'
import { DownloadButton } from '../../../../web/kit/download-button.tsx'
import { useDraft } from '../../../../web/kit/draft.ts'
import { TextLink } from '../../../../web/kit/links.tsx'
import { Page } from '../../../../web/kit/page.tsx'
import { useWords } from '../../../../web/language.tsx'
import { useMay } from '../../../../web/me.tsx'
import type { Population } from '../../population.contract.ts'
import { PopulationEditor } from '../../ui/index.ts'
import { exportSelection } from '../selection.contract.ts'
import { selectionWords } from './words.ts'

const SUBJECT = 'person'
const EVERYBODY: { readonly population: Population } = { population: { all: [] } }

/** Finds people by whatever the language can say of them; the conditions wait in this browser until they are changed. */
export function SelectionPage(): ReactNode {
  const words = useWords(selectionWords)
  const mayNames = useMay('indicator.people')
  const [day, setDay] = useState(today)
  const [unfinished, setUnfinished] = useState(0)
  const draft = useDraft('selection', EVERYBODY)
  const date = day === '' ? today() : day
  return (
    <Page
      title={words.title}
      about={words.about}
      actions={
        <TextLink to="/people" size="sm">
          {words.back}
        </TextLink>
      }
    >
      <TextInput
        type="date"
        label={words.date}
        value={day}
        maw="12rem"
        onChange={(e) => setDay(e.currentTarget.value)}
      />
      <PopulationEditor
        label={words.label}
        subject={SUBJECT}
        value={draft.value.population}
        date={date}
        onChange={(population) => draft.change({ population })}
        onUnfinished={setUnfinished}
      />
      {mayNames ? (
        <div>
          <DownloadButton
            disabled={unfinished > 0}
            get={() =>
              download(exportSelection, { body: { subject: SUBJECT, population: draft.value.population, date } })
            }
          >
            {words.takeAway}
          </DownloadButton>
        </div>
      ) : null}
    </Page>
  )
}
