/** Words of invitations; part of those of the module. */
export const invitationMessages = {
  ru: {
    problems: {
      invitation_late: {
        title: 'Приглашать уже некуда',
        todo: 'Запись закрыта, мероприятие отменено или началось. Продлите запись на странице «Кто записан».',
      },
      invitation_others: {
        title: 'Людей стало больше или меньше, чем показано',
        todo: 'Ничего не отправлено. Посмотрите, кому уйдёт приглашение теперь, и отправьте ещё раз.',
      },
    },
  },
  en: {
    problems: {
      invitation_late: {
        title: 'It is too late to invite',
        todo: 'Enrolment is over, or the event was called off or has begun. Prolong enrolment on the page “Who comes”.',
      },
      invitation_others: {
        title: 'There are more or fewer people than shown',
        todo: 'Nothing was sent. See whom the invitation would reach now, and send it again.',
      },
    },
  },
} as const
