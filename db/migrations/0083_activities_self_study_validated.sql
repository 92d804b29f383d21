-- As 0078: modules completed in runs, and the forms of learning there were, fit what is said of them.
alter table activities.completed_module validate constraint completed_module_self_study;
alter table activities.completed_module validate constraint completed_module_where;
alter table activities.learning validate constraint learning_form_check;
