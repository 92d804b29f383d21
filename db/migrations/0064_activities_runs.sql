-- Who leaves a run after it began: their seat goes to nobody else, and they did begin.
alter table activities.enrolment
  add column left_on date,
  drop constraint enrolment_state_check,
  add constraint enrolment_state_check
    check (state in ('asked', 'waiting', 'offered', 'enrolled', 'declined', 'cancelled', 'left')) not valid,
  add constraint enrolment_left_check
    check ((state = 'left') = (left_on is not null) and (state <> 'left' or ended_for is not null)) not valid;
