-- As 0078: the deeds there were fit what is said of them.
alter table documents.elsewhere validate constraint elsewhere_kind;
alter table documents.elsewhere validate constraint elsewhere_scan;
alter table documents.elsewhere validate constraint elsewhere_learning;
alter table documents.elsewhere validate constraint elsewhere_texts;
alter table documents.elsewhere validate constraint elsewhere_recorded;
alter table documents.elsewhere validate constraint elsewhere_type;
alter table documents.elsewhere validate constraint elsewhere_level;
alter table documents.elsewhere validate constraint elsewhere_role;
