/** Why an event fits somebody; part of the words of the module. */
export const suggestionMessages = {
  ru: {
    reasons: {
      deficit: 'об этом была диагностика «{{diagnostic}}» {{on}}: есть чему поучиться',
      course_due: 'раз в три года пора на курсы: прошлое обучение закончилось {{on}}',
      course_none: 'курсов повышения квалификации за вами не записано',
      rule: 'для таких, как вы: {{rule}}',
      subject: 'ваш предмет: {{subject}}',
      position: 'для тех, кто работает, как вы: {{position}}',
      own_organisation: 'в вашей организации',
    },
  },
  en: {
    reasons: {
      deficit: 'the diagnostic “{{diagnostic}}” of {{on}} was about this: there is something to learn',
      course_due: 'a course is due every three years: the last learning ended on {{on}}',
      course_none: 'no further training of yours is on record',
      rule: 'for people like you: {{rule}}',
      subject: 'your subject: {{subject}}',
      position: 'for those who work as you do: {{position}}',
      own_organisation: 'in your organisation',
    },
  },
} as const
