/** Words of what became of people gone from a file; part of the registry's. */
export const goneMessages = {
  ru: {
    problems: {
      gone_decided: {
        title: 'О ком-то из них уже решено',
        todo: 'Обновите список. Чтобы решить иначе, сначала верните как было.',
      },
    },
    fields: { before_hired: 'этот день раньше приёма на работу: {{names}}' },
  },
  en: {
    problems: {
      gone_decided: {
        title: 'Some of them have been decided on already',
        todo: 'Refresh the list. To decide otherwise, take that back first.',
      },
    },
    fields: { before_hired: 'this day is before the first working day: {{names}}' },
  },
} as const
