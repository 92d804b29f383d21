/** Words of classifiers; part of the registry's. */
export const classifierMessages = {
  ru: {
    problems: {
      position_classified: {
        title: 'Эта должность уже классифицирована',
        todo: 'Объединить с другой можно только должность, о которой ещё не сказано, педагогическая ли она.',
      },
      positions_collide: {
        title: 'В обеих должностях уже есть записи об одном и том же',
        todo: 'Кто-то принят на обе в один день, или штат на одну дату задан для обеих. Исправьте эти записи и повторите.',
      },
    },
    fields: {
      position_taken: 'так уже называется другая должность',
      label_taken: 'такое значение в списке уже есть',
    },
  },
  en: {
    problems: {
      position_classified: {
        title: 'This position is classified already',
        todo: 'Only a position of which nobody has said whether it is pedagogical can be merged into another.',
      },
      positions_collide: {
        title: 'Both positions have records of the same thing',
        todo: 'Somebody was hired for both on one day, or both have posts as of one date. Correct these records and try again.',
      },
    },
    fields: {
      position_taken: 'another position is called so',
      label_taken: 'the list has this value already',
    },
  },
} as const
