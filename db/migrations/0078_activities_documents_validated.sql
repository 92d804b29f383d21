-- Checks that were added without a look at the rows there were: validating does not stop writing.
alter table documents.claim validate constraint claim_state_check;
alter table activities.event validate constraint event_series;
alter table activities.letter validate constraint letter_kind_check;
