/** Words of incidents; part of those of the module. */
export const incidentMessages = {
  ru: {
    problems: {
      incident_closed: { title: 'Инцидент закрыт', todo: 'Если случилось что-то ещё, внесите новый.' },
      incident_step: {
        title: 'Этот шаг сейчас не сделать',
        todo: 'Сначала первое уведомление, потом результаты, потом закрытие.',
      },
    },
    fields: { known_before: 'стало известно раньше, чем случилось' },
    tasks: {
      incidents_late_one: 'Срочно уведомить Роскомнадзор: {{count, number}} инцидент с данными',
      incidents_late_few: 'Срочно уведомить Роскомнадзор: {{count, number}} инцидента с данными',
      incidents_late_many: 'Срочно уведомить Роскомнадзор: {{count, number}} инцидентов с данными',
      incidents_late_other: 'Срочно уведомить Роскомнадзор: {{count, number}} инцидента с данными',
      incidents_open_one: 'Уведомить Роскомнадзор: {{count, number}} инцидент с данными',
      incidents_open_few: 'Уведомить Роскомнадзор: {{count, number}} инцидента с данными',
      incidents_open_many: 'Уведомить Роскомнадзор: {{count, number}} инцидентов с данными',
      incidents_open_other: 'Уведомить Роскомнадзор: {{count, number}} инцидента с данными',
    },
  },
  en: {
    problems: {
      incident_closed: { title: 'The incident is closed', todo: 'If something else has happened, enter another one.' },
      incident_step: {
        title: 'This step is not the next one',
        todo: 'First the notice, then the findings, then closing.',
      },
    },
    fields: { known_before: 'it was known before it happened' },
    tasks: {
      incidents_late_one: 'Tell the authority at once: {{count, number}} incident with data',
      incidents_late_other: 'Tell the authority at once: {{count, number}} incidents with data',
      incidents_open_one: 'Tell the authority: {{count, number}} incident with data',
      incidents_open_other: 'Tell the authority: {{count, number}} incidents with data',
    },
  },
} as const
