type Said = readonly [ru: string, en: string]

const JOBS: Readonly<Record<string, Said>> = {
  'registry-take-load': ['Загрузка таблиц', 'Taking a load'],
  'registry-undo-load': ['Отмена загрузки', 'Taking a load back'],
  'registry-tidy-loads': ['Уборка старых загрузок', 'Tidying old loads'],
  'registry-keep-quality': ['Качество данных за день', 'Quality of the data of the day'],
  'registry-disable-unused': ['Отключение неиспользуемых учётных записей', 'Disabling unused accounts'],
  'registry-sign-leavers-out': ['Выход тех, кто больше не работает', 'Signing leavers out'],
  'identity-send-sign-in-link': ['Письмо со ссылкой для входа', 'A letter with a sign-in link'],
  'identity-send-letter': ['Письмо о входе', 'A letter about signing in'],
  'identity-tidy': ['Уборка сеансов и ссылок', 'Tidying sessions and links'],
  'documents-print': ['Печать документов', 'Printing documents'],
  'documents-remind-of-federal': ['Напоминания о ФИС ФРДО', 'Reminders of the federal register'],
  'indicators-tell-of-question': ['Письмо о вопросе', 'A letter about a question'],
  'indicators-late-questions': ['Напоминания о вопросах', 'Reminders of questions'],
  'activities-pass-offers-on': ['Передача освободившихся мест', 'Passing free seats on'],
  'activities-send-letters': ['Письма о мероприятиях', 'Letters about events'],
  'activities-ask-feedback': ['Вопросы о том, как прошли мероприятия', 'Asking how events were'],
  'activities-remind': ['Напоминания о мероприятиях', 'Reminders of events'],
  'privacy-retention': ['Удаление того, чей срок вышел', 'Removing what has outlived its term'],
}

export const JOB_NAMES: readonly string[] = Object.keys(JOBS)

/** What a job is called; one of another version goes by its own name. */
export const nameOfJob = (name: string, language: 'ru' | 'en'): string =>
  JOBS[name]?.[language === 'ru' ? 0 : 1] ?? name
