alter table activities.enrolment validate constraint enrolment_state_check;
alter table activities.enrolment validate constraint enrolment_left_check;
