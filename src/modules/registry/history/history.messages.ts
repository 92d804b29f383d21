/** Words of the history of changes by hand; part of the registry's. */
export const historyMessages = {
  ru: {
    problems: {
      undone_already: {
        title: 'Это изменение уже отменено',
        todo: 'Обновите страницу: в истории видно, кто и когда его отменил.',
      },
      changed_since: {
        title: 'То же самое с тех пор изменили ещё раз',
        todo: 'Сначала отмените более позднее изменение или исправьте запись сами.',
      },
      undo_in_use: {
        title: 'Отменить уже нельзя: на этой записи держатся другие',
        todo: 'Исправьте запись сами или укажите последний день вместо удаления.',
      },
    },
    history: { yes: 'да', no: 'нет', female: 'женский', male: 'мужской' },
  },
  en: {
    problems: {
      undone_already: {
        title: 'This change has been undone already',
        todo: 'Reload the page: the history shows who undid it and when.',
      },
      changed_since: {
        title: 'The same was changed again since',
        todo: 'Undo the later change first, or correct the record yourself.',
      },
      undo_in_use: {
        title: 'It is too late to undo: other records rest on this one',
        todo: 'Correct the record yourself, or give a last day instead of removing it.',
      },
    },
    history: { yes: 'yes', no: 'no', female: 'female', male: 'male' },
  },
} as const
