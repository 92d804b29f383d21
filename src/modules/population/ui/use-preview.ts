import { useDebouncedValue } from '@mantine/hooks'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { call } from '../../../web/api.ts'
import { useLanguage } from '../../../web/language.tsx'
import { type PreviewRequest, previewPopulation } from '../asking/populations.contract.ts'

const PAUSE = 300

/** Who matches, a moment after the last edit; until then the answer before stands, and is said to be old. */
export function usePreview(request: PreviewRequest) {
  const { language } = useLanguage()
  const asked = JSON.stringify(request)
  const [settled] = useDebouncedValue(asked, PAUSE)
  const preview = useQuery({
    queryKey: ['population', 'preview', settled, language],
    queryFn: ({ signal }) => call(previewPopulation, { body: JSON.parse(settled) as PreviewRequest }, { signal }),
    placeholderData: keepPreviousData,
    staleTime: 30_000,
  })
  return { ...preview, isOld: asked !== settled || preview.isPlaceholderData || preview.isFetching }
}
