import { defineWords } from '../../../../web/words.ts'

export const dictionaryWords = defineWords(
  {
    about: 'Здесь можно назвать вещи так, как принято в районе. Пустое поле — наше слово.',
    concept: 'Что это',
    russian: 'По-русски',
    english: 'По-английски',
    fieldRu: (term: string) => `${term}: по-русски`,
    fieldEn: (term: string) => `${term}: по-английски`,
    preview: 'Как это будет',
    example: (community: string, pathway: string, pool: string) =>
      `Педагог состоит в списке «${community}», идёт по маршруту «${pathway}», включён в список «${pool}».`,
    save: 'Сохранить слова',
    saved: 'Слова сохранены',
    cancel: 'Отмена',
  },
  {
    about: 'Things can be called here as is usual in the district. An empty field means our word.',
    concept: 'What it is',
    russian: 'In Russian',
    english: 'In English',
    fieldRu: (term) => `${term}: in Russian`,
    fieldEn: (term) => `${term}: in English`,
    preview: 'How it will read',
    example: (community, pathway, pool) =>
      `A pedagogue is in “${community}”, follows “${pathway}”, and is included in “${pool}”.`,
    save: 'Save the words',
    saved: 'The words are saved',
    cancel: 'Cancel',
  },
)
