/** Words of profiles; part of the registry's. */
export const profileMessages = {
  ru: {
    fields: {
      profile_unknown: 'такого профиля нет',
      profile_name_taken: 'профиль с таким названием уже есть',
    },
  },
  en: {
    fields: {
      profile_unknown: 'there is no such profile',
      profile_name_taken: 'a profile has this name already',
    },
  },
} as const
