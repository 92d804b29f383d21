/** Words of cards that may be of one person; part of the registry's. */
export const doublesMessages = {
  ru: {
    problems: {
      two_numbers: {
        title: 'У карточек разные СНИЛС',
        todo: 'Один номер — один человек. Если в одной из карточек номер ошибочный, исправьте его и повторите.',
      },
      records_collide: {
        title: 'Записи двух карточек не могут принадлежать одному человеку',
        todo: 'Например, один из них — наставник другого. Исправьте эту запись и повторите.',
      },
      merged_further: {
        title: 'Эту карточку с тех пор объединили с другой',
        todo: 'Сначала верните то объединение, затем это.',
      },
    },
  },
  en: {
    problems: {
      two_numbers: {
        title: 'The cards have different SNILS',
        todo: 'One number is one person. If one of the cards has a wrong number, correct it and try again.',
      },
      records_collide: {
        title: 'The records of both cards cannot be of one person',
        todo: 'One of them may be the mentor of the other. Correct that record and try again.',
      },
      merged_further: {
        title: 'This card was merged into another one since',
        todo: 'Undo that merge first, then this one.',
      },
    },
  },
} as const
