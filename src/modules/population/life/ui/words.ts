import { defineWords } from '../../../../web/words.ts'

export const lifeWords = defineWords(
  {
    title: 'Лента',
    open: 'Показать результаты диагностик',
    none: 'Пока ничего не записано',
    noneDetail: 'Обучение, диагностики, мероприятия и наставничество появятся здесь из загрузок.',
    nothing: 'Ничего из выбранного',
    show: 'Показать',
    all: 'всё',
    work: 'работа',
    hired: 'принят(а)',
    dismissed: 'последний рабочий день',
    since: (day: string) => `с ${day}`,
    row: (file: string, row: number | null) => (row === null ? file : `${file}, строка ${row}`),
  },
  {
    title: 'Timeline',
    open: 'Show results of diagnostics',
    none: 'Nothing on record yet',
    noneDetail: 'Learning, diagnostics, events and mentoring come here from loads.',
    nothing: 'Nothing of what is chosen',
    show: 'Show',
    all: 'all',
    work: 'work',
    hired: 'hired',
    dismissed: 'last working day',
    since: (day) => `since ${day}`,
    row: (file, row) => (row === null ? file : `${file}, row ${row}`),
  },
)
