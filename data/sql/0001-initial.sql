-- The whole domain. {key} is the engine's 64-bit integer type that a table's key has, {text} its
-- text that sorts by its bytes.
-- Moments are microseconds since 1970 UTC, days YYYY-MM-DD, months YYYY-MM, amounts thousandths,
-- flags 0 or 1. States, kinds and codes are the names of the HfChoice tables in src/domain.

CREATE TABLE setting (
  name {text} PRIMARY KEY,
  value {text} NOT NULL,
  revision BIGINT NOT NULL DEFAULT 1
);

CREATE TABLE assumption (
  name {text} PRIMARY KEY,
  value DOUBLE PRECISION NOT NULL,
  preset DOUBLE PRECISION NOT NULL,
  source {text} NOT NULL,
  revision BIGINT NOT NULL DEFAULT 1
);

-- When branches work, by their clock. Those that have none go by the one in the setting "calendar".
CREATE TABLE work_calendar (
  id {key} PRIMARY KEY,
  name {text} NOT NULL UNIQUE,
  time_zone {text},
  hours {text} NOT NULL,
  revision BIGINT NOT NULL DEFAULT 1
);

-- Holidays, and the weekends that are worked.
CREATE TABLE special_day (
  calendar_id BIGINT NOT NULL REFERENCES work_calendar (id) ON DELETE CASCADE,
  day {text} NOT NULL,
  name {text},
  is_workday INTEGER NOT NULL,
  hours {text},
  PRIMARY KEY (calendar_id, day)
);

-- import_id, here and in other tables, is the import that made a record; import itself comes below.
CREATE TABLE branch (
  id {key} PRIMARY KEY,
  code {text} NOT NULL UNIQUE,
  name {text} NOT NULL,
  region {text},
  time_zone {text},
  calendar_id BIGINT REFERENCES work_calendar (id),
  active INTEGER NOT NULL DEFAULT 1,
  import_id BIGINT,
  revision BIGINT NOT NULL DEFAULT 1
);

CREATE TABLE staff (
  id {key} PRIMARY KEY,
  code {text} NOT NULL UNIQUE,
  name {text} NOT NULL,
  branch_id BIGINT REFERENCES branch (id),
  manager INTEGER NOT NULL DEFAULT 0,
  active INTEGER NOT NULL DEFAULT 1,
  import_id BIGINT,
  revision BIGINT NOT NULL DEFAULT 1
);

CREATE TABLE import (
  id {key} PRIMARY KEY,
  kind {text} NOT NULL,
  file {text} NOT NULL,
  at BIGINT NOT NULL,
  staff_id BIGINT REFERENCES staff (id),
  rows_read BIGINT NOT NULL,
  rows_created BIGINT NOT NULL,
  rows_updated BIGINT NOT NULL,
  rows_skipped BIGINT NOT NULL,
  rows_rejected BIGINT NOT NULL,
  repaired {text},
  undone_at BIGINT NOT NULL DEFAULT 0,
  undone_by_id BIGINT REFERENCES staff (id)
);

CREATE TABLE customer (
  id {key} PRIMARY KEY,
  code {text} NOT NULL UNIQUE,
  name {text},
  phone {text},
  phone_digits {text},
  email {text},
  company {text},
  address {text},
  branch_id BIGINT REFERENCES branch (id),
  account_manager_id BIGINT REFERENCES staff (id),
  time_zone {text},
  language {text},
  tags {text},
  status {text} NOT NULL,
  joined_on {text},
  lost_on {text},
  annual_value BIGINT,
  need BIGINT,
  do_not_call INTEGER NOT NULL DEFAULT 0,
  do_not_call_on {text},
  do_not_call_reason {text},
  do_not_call_by_id BIGINT REFERENCES staff (id),
  note {text},
  sort_name {text} NOT NULL,
  import_id BIGINT REFERENCES import (id),
  created_at BIGINT NOT NULL,
  revision BIGINT NOT NULL DEFAULT 1
);
CREATE INDEX customer_by_name ON customer (sort_name);
CREATE INDEX customer_by_status ON customer (status, sort_name);
CREATE INDEX customer_by_branch ON customer (branch_id);
CREATE INDEX customer_by_manager ON customer (account_manager_id);
CREATE INDEX customer_by_phone ON customer (phone_digits);
CREATE INDEX customer_by_zone ON customer (time_zone) WHERE time_zone IS NOT NULL;
CREATE INDEX customer_by_tags ON customer (tags) WHERE tags IS NOT NULL;
CREATE INDEX customer_not_called ON customer (sort_name) WHERE do_not_call = 1;
CREATE INDEX customer_by_refusal ON customer (do_not_call_by_id) WHERE do_not_call_by_id IS NOT NULL;

-- What a search finds a customer by: tokens of hf_search_key_append(), spaces between them.
CREATE TABLE customer_search_key (
  customer_id {key} PRIMARY KEY REFERENCES customer (id) ON DELETE CASCADE,
  tokens {text} NOT NULL
);

CREATE TABLE account_manager_period (
  id {key} PRIMARY KEY,
  customer_id BIGINT NOT NULL REFERENCES customer (id) ON DELETE CASCADE,
  staff_id BIGINT NOT NULL REFERENCES staff (id),
  from_on {text},
  to_on {text},
  import_id BIGINT REFERENCES import (id)
);
CREATE INDEX account_manager_period_by_customer ON account_manager_period (customer_id, from_on);

CREATE TABLE purchase (
  customer_id BIGINT NOT NULL REFERENCES customer (id) ON DELETE CASCADE,
  month {text} NOT NULL,
  amount BIGINT NOT NULL,
  need BIGINT,
  import_id BIGINT REFERENCES import (id),
  PRIMARY KEY (customer_id, month)
);
CREATE INDEX purchase_by_month ON purchase (month);
CREATE INDEX purchase_by_import ON purchase (import_id);

-- How satisfied a customer was, in thousandths of the scale's points; a customer gives one score
-- a day to a question, but a merge may bring two together.
CREATE TABLE satisfaction_score (
  id {key} PRIMARY KEY,
  customer_id BIGINT NOT NULL REFERENCES customer (id) ON DELETE CASCADE,
  scored_on {text} NOT NULL,
  score BIGINT NOT NULL,
  scale BIGINT,
  question {text} NOT NULL,
  place {text},
  words {text},
  import_id BIGINT REFERENCES import (id)
);
CREATE INDEX satisfaction_score_by_customer ON satisfaction_score (customer_id, scored_on);

-- expected and satisfaction: what the customer had expected of how it is handled, and what they
-- found, as of the last second follow-up, in thousandths of a point of five. NULL as channel,
-- category or severity: not known, as of complaints from a file without it.
CREATE TABLE complaint (
  id {key} PRIMARY KEY,
  number {text} NOT NULL UNIQUE,
  customer_id BIGINT REFERENCES customer (id),
  customer_code {text},
  customer_name {text},
  phone {text},
  received_at BIGINT NOT NULL,
  received_on {text} NOT NULL,
  channel {text},
  category {text},
  severity {text},
  words {text},
  wish {text},
  branch_id BIGINT REFERENCES branch (id),
  product {text},
  status {text} NOT NULL,
  taken_by_id BIGINT REFERENCES staff (id),
  handler_id BIGINT REFERENCES staff (id),
  word_of_mouth_risk INTEGER NOT NULL DEFAULT 0,
  term {text},
  clock {text},
  respond_by BIGINT NOT NULL DEFAULT 0,
  next_word_by BIGINT NOT NULL DEFAULT 0,
  word_every INTEGER NOT NULL DEFAULT 0,
  due_at BIGINT NOT NULL DEFAULT 0,
  acknowledged_at BIGINT NOT NULL DEFAULT 0,
  responded_at BIGINT NOT NULL DEFAULT 0,
  closed_at BIGINT NOT NULL DEFAULT 0,
  expected BIGINT,
  satisfaction BIGINT,
  solved_where {text},
  solved_how {text},
  risk_left {text},
  cost BIGINT,
  import_id BIGINT REFERENCES import (id),
  revision BIGINT NOT NULL DEFAULT 1
);
CREATE INDEX complaint_by_received ON complaint (received_at, id);
CREATE INDEX complaint_open ON complaint (received_at, id) WHERE status <> 'closed';
CREATE INDEX complaint_unanswered ON complaint (received_at, id)
  WHERE status NOT IN ('responded', 'communicated', 'closed');
CREATE INDEX complaint_by_day ON complaint (received_on);
CREATE INDEX complaint_by_status ON complaint (status, received_at);
CREATE INDEX complaint_by_customer ON complaint (customer_id);
CREATE INDEX complaint_by_due ON complaint (due_at);

-- The steps of ISO 10002 / GB/T 19012 that a complaint went through; not_pursued: closed though
-- no customer said satisfied, for the reason in the note.
CREATE TABLE complaint_step (
  id {key} PRIMARY KEY,
  complaint_id BIGINT NOT NULL REFERENCES complaint (id) ON DELETE CASCADE,
  step {text} NOT NULL,
  at BIGINT NOT NULL,
  staff_id BIGINT REFERENCES staff (id),
  note {text},
  not_pursued INTEGER NOT NULL DEFAULT 0,
  import_id BIGINT REFERENCES import (id)
);
CREATE INDEX complaint_step_by_complaint ON complaint_step (complaint_id, at);

-- A complaint that is being written, of each member of staff; 0: of whoever did not say who.
CREATE TABLE complaint_draft (
  staff_id BIGINT PRIMARY KEY,
  complaint {text} NOT NULL,
  at BIGINT NOT NULL
);

-- A time in which nobody could go on with a complaint; to_at 0: it lasts. It moves no deadline.
CREATE TABLE complaint_pause (
  id {key} PRIMARY KEY,
  complaint_id BIGINT NOT NULL REFERENCES complaint (id) ON DELETE CASCADE,
  from_at BIGINT NOT NULL,
  to_at BIGINT NOT NULL DEFAULT 0,
  why {text} NOT NULL,
  staff_id BIGINT REFERENCES staff (id)
);
CREATE INDEX complaint_pause_by_complaint ON complaint_pause (complaint_id, from_at);
CREATE UNIQUE INDEX complaint_pause_that_lasts ON complaint_pause (complaint_id) WHERE to_at = 0;

-- Deadlines that were promised anew, with the cause; no other statement moves one.
CREATE TABLE deadline_change (
  id {key} PRIMARY KEY,
  complaint_id BIGINT NOT NULL REFERENCES complaint (id) ON DELETE CASCADE,
  kind {text} NOT NULL,
  before_at BIGINT NOT NULL,
  after_at BIGINT NOT NULL,
  at BIGINT NOT NULL,
  staff_id BIGINT REFERENCES staff (id),
  why {text} NOT NULL
);
CREATE INDEX deadline_change_by_complaint ON deadline_change (complaint_id, at);

-- What runs until it is answered: the escalation looks at these, however many complaints there are.
CREATE INDEX complaint_that_runs ON complaint (id)
  WHERE status NOT IN ('responded', 'communicated', 'closed')
  AND (respond_by > 0 OR next_word_by > 0 OR due_at > 0);

-- The steps of the escalation ladder that complaints have reached, each once for a deadline: one that
-- is promised anew has its own. The name is the firm's of then, NULL where it is the program's;
-- raised: others were told than who deals with it.
CREATE TABLE escalation (
  id {key} PRIMARY KEY,
  complaint_id BIGINT NOT NULL REFERENCES complaint (id) ON DELETE CASCADE,
  step {text} NOT NULL,
  name {text},
  place INTEGER NOT NULL,
  raised INTEGER NOT NULL,
  clock {text} NOT NULL,
  due_at BIGINT NOT NULL,
  at BIGINT NOT NULL,
  logged_at BIGINT NOT NULL,
  taken_at BIGINT NOT NULL DEFAULT 0,
  taken_by_id BIGINT REFERENCES staff (id),
  UNIQUE (complaint_id, step, due_at)
);

-- Who was told of a step; staff_id NULL: nobody by name, whoever is there.
CREATE TABLE escalation_told (
  escalation_id BIGINT NOT NULL REFERENCES escalation (id) ON DELETE CASCADE,
  staff_id BIGINT REFERENCES staff (id),
  seen_at BIGINT NOT NULL DEFAULT 0
);
CREATE UNIQUE INDEX escalation_told_key ON escalation_told (escalation_id, staff_id);

-- A version of a guide never changes once an interview has used it.
CREATE TABLE guide (
  id {key} PRIMARY KEY,
  code {text} NOT NULL,
  version INTEGER NOT NULL,
  kind {text} NOT NULL,
  xml {text} NOT NULL,
  starter INTEGER NOT NULL DEFAULT 0,
  draft INTEGER NOT NULL DEFAULT 0,
  retired INTEGER NOT NULL DEFAULT 0,
  created_at BIGINT NOT NULL,
  revision BIGINT NOT NULL DEFAULT 1,
  UNIQUE (code, version)
);

-- A call list. Whom its rule picked when it was made is on it, and nobody later.
CREATE TABLE campaign (
  id {key} PRIMARY KEY,
  name {text} NOT NULL,
  kind {text} NOT NULL,
  state {text} NOT NULL,
  rule {text} NOT NULL,
  quota {text},
  deadline_on {text},
  created_by_id BIGINT REFERENCES staff (id),
  created_at BIGINT NOT NULL,
  revision BIGINT NOT NULL DEFAULT 1
);

-- Who calls those on a list; nobody here: everybody does.
CREATE TABLE campaign_staff (
  campaign_id BIGINT NOT NULL REFERENCES campaign (id) ON DELETE CASCADE,
  staff_id BIGINT NOT NULL REFERENCES staff (id),
  PRIMARY KEY (campaign_id, staff_id)
);

-- The call queue: for whom a call is (staff_id, NULL: for anybody), the time zone by whose clock
-- it comes, and the parts of the week in which it was tried in vain. What opened it by itself: the
-- complaint that is followed up, or the score or interview with the key cause_id; round counts
-- the calls that came of one another.
CREATE TABLE call_task (
  id {key} PRIMARY KEY,
  customer_id BIGINT NOT NULL REFERENCES customer (id) ON DELETE CASCADE,
  kind {text} NOT NULL,
  state {text} NOT NULL,
  campaign_id BIGINT REFERENCES campaign (id),
  staff_id BIGINT REFERENCES staff (id),
  class {text},
  zone {text} NOT NULL DEFAULT '',
  priority BIGINT NOT NULL DEFAULT 0,
  due_at BIGINT NOT NULL DEFAULT 0,
  appointment_at BIGINT NOT NULL DEFAULT 0,
  appointment_staff_id BIGINT REFERENCES staff (id),
  attempts BIGINT NOT NULL DEFAULT 0,
  parts BIGINT NOT NULL DEFAULT 0,
  why {text},
  last_outcome {text},
  last_attempt_at BIGINT NOT NULL DEFAULT 0,
  complaint_id BIGINT REFERENCES complaint (id),
  cause_id BIGINT,
  round BIGINT NOT NULL DEFAULT 1,
  import_id BIGINT REFERENCES import (id),
  created_at BIGINT NOT NULL,
  revision BIGINT NOT NULL DEFAULT 1
);
-- With all that tells whether an entry can be called now, so that others are passed over within
-- the index.
CREATE INDEX call_task_by_order ON call_task
  (state, zone, appointment_at, priority DESC, attempts, id, due_at, staff_id);
CREATE INDEX call_task_by_appointment ON call_task (state, appointment_at, id)
  WHERE appointment_at > 0;
CREATE INDEX call_task_by_customer ON call_task (customer_id);
CREATE INDEX call_task_by_campaign ON call_task (campaign_id, state, class)
  WHERE campaign_id IS NOT NULL;
CREATE INDEX call_task_by_complaint ON call_task (complaint_id) WHERE complaint_id IS NOT NULL;
CREATE INDEX call_task_of_complaints ON call_task (state, complaint_id) WHERE complaint_id IS NOT NULL;

-- Who is on the phone with a customer, so that no two desks call the same one.
CREATE TABLE call_claim (
  customer_id BIGINT PRIMARY KEY REFERENCES customer (id) ON DELETE CASCADE,
  desk BIGINT NOT NULL,
  staff_id BIGINT REFERENCES staff (id),
  since BIGINT NOT NULL,
  until BIGINT NOT NULL
);

CREATE TABLE interview (
  id {key} PRIMARY KEY,
  customer_id BIGINT NOT NULL REFERENCES customer (id),
  guide_id BIGINT NOT NULL REFERENCES guide (id),
  task_id BIGINT REFERENCES call_task (id),
  staff_id BIGINT REFERENCES staff (id),
  kind {text} NOT NULL,
  state {text} NOT NULL,
  language {text},
  position {text},
  outcome {text},
  note {text},
  started_at BIGINT NOT NULL,
  started_on {text} NOT NULL,
  ended_at BIGINT NOT NULL DEFAULT 0,
  seconds BIGINT NOT NULL DEFAULT 0,
  revision BIGINT NOT NULL DEFAULT 1
);
CREATE INDEX interview_by_customer ON interview (customer_id, started_at);
CREATE INDEX interview_by_state ON interview (state, started_at);
CREATE INDEX interview_by_day ON interview (started_on);
CREATE INDEX interview_by_task ON interview (task_id);
CREATE INDEX interview_by_end ON interview (ended_at) WHERE ended_at > 0;

CREATE TABLE call_attempt (
  id {key} PRIMARY KEY,
  task_id BIGINT REFERENCES call_task (id),
  customer_id BIGINT NOT NULL REFERENCES customer (id),
  interview_id BIGINT REFERENCES interview (id),
  staff_id BIGINT REFERENCES staff (id),
  kind {text} NOT NULL,
  outcome {text} NOT NULL,
  reached INTEGER NOT NULL,
  note {text},
  started_at BIGINT NOT NULL,
  started_on {text} NOT NULL,
  ended_at BIGINT NOT NULL
);
CREATE INDEX call_attempt_by_customer ON call_attempt (customer_id, started_at);
CREATE INDEX call_attempt_by_day ON call_attempt (started_on);
CREATE INDEX call_attempt_by_task ON call_attempt (task_id);

-- What a second follow-up of a complaint found; by_handler where nobody else was there to call.
-- expected is on the score's scale, gap in thousandths of a point of five.
CREATE TABLE follow_up (
  task_id BIGINT PRIMARY KEY REFERENCES call_task (id) ON DELETE CASCADE,
  complaint_id BIGINT NOT NULL REFERENCES complaint (id) ON DELETE CASCADE,
  interview_id BIGINT NOT NULL REFERENCES interview (id) ON DELETE CASCADE,
  result {text} NOT NULL,
  score BIGINT,
  scale BIGINT,
  expected BIGINT,
  gap BIGINT,
  by_handler INTEGER NOT NULL DEFAULT 0,
  staff_id BIGINT REFERENCES staff (id),
  at BIGINT NOT NULL
);
CREATE INDEX follow_up_by_complaint ON follow_up (complaint_id);

-- An answer is never changed: a new one replaces it and the old one stays.
CREATE TABLE answer (
  id {key} PRIMARY KEY,
  interview_id BIGINT NOT NULL REFERENCES interview (id) ON DELETE CASCADE,
  question {text} NOT NULL,
  value {text} NOT NULL,
  state {text} NOT NULL,
  channel {text} NOT NULL,
  at BIGINT NOT NULL,
  staff_id BIGINT REFERENCES staff (id)
);
CREATE INDEX answer_by_interview ON answer (interview_id, question, at);

-- Whom a customer named in a call, and the customer whom they became.
CREATE TABLE referral (
  id {key} PRIMARY KEY,
  customer_id BIGINT NOT NULL REFERENCES customer (id) ON DELETE CASCADE,
  interview_id BIGINT NOT NULL UNIQUE REFERENCES interview (id) ON DELETE CASCADE,
  name {text} NOT NULL,
  phone {text},
  phone_digits {text},
  at BIGINT NOT NULL,
  became_id BIGINT REFERENCES customer (id) ON DELETE SET NULL
);
CREATE INDEX referral_by_customer ON referral (customer_id, at);
CREATE INDEX referral_by_phone ON referral (phone_digits);
CREATE INDEX referral_by_became ON referral (became_id);

-- Words that sound like a complaint that nobody registered: in the table that source names, as of
-- HfHintSource, the one with the key source_id. What was decided stays, so that nobody decides again.
CREATE TABLE complaint_hint (
  id {key} PRIMARY KEY,
  source {text} NOT NULL,
  source_id BIGINT NOT NULL,
  customer_id BIGINT NOT NULL REFERENCES customer (id) ON DELETE CASCADE,
  staff_id BIGINT REFERENCES staff (id),
  at BIGINT NOT NULL,
  said_on {text} NOT NULL,
  state {text} NOT NULL,
  decided_by_id BIGINT REFERENCES staff (id),
  decided_at BIGINT NOT NULL DEFAULT 0,
  complaint_id BIGINT REFERENCES complaint (id) ON DELETE SET NULL,
  UNIQUE (source, source_id)
);
CREATE INDEX complaint_hint_to_decide ON complaint_hint (at) WHERE state IN ('open', 'later');
CREATE INDEX complaint_hint_by_customer ON complaint_hint (customer_id);
CREATE INDEX complaint_hint_by_complaint ON complaint_hint (complaint_id) WHERE complaint_id IS NOT NULL;

-- How far notes and words were looked through for them, by which list.
CREATE TABLE complaint_hint_mark (
  source {text} PRIMARY KEY,
  place BIGINT NOT NULL,
  version {text} NOT NULL
);

-- What is being typed and not yet confirmed.
CREATE TABLE draft (
  interview_id BIGINT NOT NULL REFERENCES interview (id) ON DELETE CASCADE,
  question {text} NOT NULL,
  value {text} NOT NULL,
  at BIGINT NOT NULL,
  PRIMARY KEY (interview_id, question)
);

-- How a finished interview stands with the supervisor; it waits where there is no row. Outcome and end
-- are those with which it was handed in, for while it is returned it is in progress again.
CREATE TABLE interview_review (
  interview_id BIGINT PRIMARY KEY REFERENCES interview (id) ON DELETE CASCADE,
  state {text} NOT NULL,
  outcome {text},
  ended_at BIGINT NOT NULL DEFAULT 0,
  staff_id BIGINT REFERENCES staff (id),
  at BIGINT NOT NULL,
  returned_at BIGINT NOT NULL DEFAULT 0
);
CREATE INDEX interview_review_by_state ON interview_review (state, at);

CREATE TABLE review_comment (
  id {key} PRIMARY KEY,
  interview_id BIGINT NOT NULL REFERENCES interview (id) ON DELETE CASCADE,
  question {text},
  words {text} NOT NULL,
  staff_id BIGINT REFERENCES staff (id),
  at BIGINT NOT NULL
);
CREATE INDEX review_comment_by_interview ON review_comment (interview_id, at);

CREATE TABLE verbatim (
  id {key} PRIMARY KEY,
  customer_id BIGINT REFERENCES customer (id),
  interview_id BIGINT REFERENCES interview (id),
  complaint_id BIGINT REFERENCES complaint (id),
  question {text},
  words {text} NOT NULL,
  at BIGINT NOT NULL
);
CREATE INDEX verbatim_by_interview ON verbatim (interview_id, question);
CREATE INDEX verbatim_by_customer ON verbatim (customer_id);
CREATE INDEX verbatim_by_complaint ON verbatim (complaint_id);

CREATE TABLE code (
  id {text} PRIMARY KEY,
  parent {text} REFERENCES code (id),
  position INTEGER NOT NULL,
  origin {text},
  retired_at BIGINT NOT NULL DEFAULT 0,
  revision BIGINT NOT NULL DEFAULT 1
);

CREATE TABLE code_text (
  code {text} NOT NULL REFERENCES code (id),
  language {text} NOT NULL,
  name {text} NOT NULL,
  definition {text},
  include {text},
  exclude {text},
  example {text},
  PRIMARY KEY (code, language)
);

CREATE TABLE coded_reason (
  id {key} PRIMARY KEY,
  customer_id BIGINT NOT NULL REFERENCES customer (id) ON DELETE CASCADE,
  interview_id BIGINT REFERENCES interview (id),
  verbatim_id BIGINT REFERENCES verbatim (id),
  code {text} NOT NULL REFERENCES code (id),
  rank {text} NOT NULL,
  basis {text} NOT NULL,
  quote {text},
  quote_start BIGINT NOT NULL DEFAULT -1,
  coder_id BIGINT REFERENCES staff (id),
  at BIGINT NOT NULL,
  learnt_on {text} NOT NULL,
  import_id BIGINT REFERENCES import (id),
  revision BIGINT NOT NULL DEFAULT 1
);
CREATE INDEX coded_reason_by_customer ON coded_reason (customer_id);
CREATE INDEX coded_reason_by_interview ON coded_reason (interview_id);
CREATE INDEX coded_reason_by_verbatim ON coded_reason (verbatim_id);
CREATE INDEX coded_reason_by_code ON coded_reason (code, rank);
CREATE INDEX coded_reason_by_day ON coded_reason (learnt_on);

CREATE TABLE promise (
  id {key} PRIMARY KEY,
  customer_id BIGINT REFERENCES customer (id),
  complaint_id BIGINT REFERENCES complaint (id),
  interview_id BIGINT REFERENCES interview (id),
  attempt_id BIGINT REFERENCES call_attempt (id),
  what {text} NOT NULL,
  term {text} NOT NULL,
  clock {text},
  state {text} NOT NULL,
  made_at BIGINT NOT NULL,
  made_on {text} NOT NULL,
  due_at BIGINT NOT NULL,
  judged_at BIGINT NOT NULL,
  done_at BIGINT NOT NULL DEFAULT 0,
  made_by_id BIGINT REFERENCES staff (id),
  keeper_id BIGINT REFERENCES staff (id),
  ended_by_id BIGINT REFERENCES staff (id),
  note {text},
  revision BIGINT NOT NULL DEFAULT 1
);
-- Whole lists are read from this index alone: what is open by its deadline, then what has ended.
CREATE INDEX promise_by_end ON promise (done_at, due_at, id, state, keeper_id);
CREATE INDEX promise_by_state ON promise (state, due_at);
CREATE INDEX promise_by_customer ON promise (customer_id);
CREATE INDEX promise_by_complaint ON promise (complaint_id);
CREATE INDEX promise_by_day ON promise (made_on);

-- What became of a promise, step by step; no other statement ends one or moves its deadline.
CREATE TABLE promise_event (
  id {key} PRIMARY KEY,
  promise_id BIGINT NOT NULL REFERENCES promise (id) ON DELETE CASCADE,
  kind {text} NOT NULL,
  state {text} NOT NULL,
  due_before BIGINT NOT NULL,
  due_after BIGINT NOT NULL,
  owner_before_id BIGINT REFERENCES staff (id),
  owner_after_id BIGINT REFERENCES staff (id),
  at BIGINT NOT NULL,
  staff_id BIGINT REFERENCES staff (id),
  note {text},
  import_id BIGINT REFERENCES import (id)
);
CREATE INDEX promise_event_by_promise ON promise_event (promise_id, at);

-- What a manager made of a branch's score in a month (YYYY-MM), a quarter (YYYY-Qn) or a year (YYYY),
-- and what the program had proposed; the last decision for a time holds.
CREATE TABLE branch_decision (
  id {key} PRIMARY KEY,
  branch_id BIGINT NOT NULL REFERENCES branch (id),
  period {text} NOT NULL,
  decision {text} NOT NULL,
  proposal {text} NOT NULL,
  note {text},
  staff_id BIGINT REFERENCES staff (id),
  at BIGINT NOT NULL
);
CREATE INDEX branch_decision_by_period ON branch_decision (period, branch_id, at);

-- What customers agreed to or not; the last decision on a purpose holds.
CREATE TABLE consent (
  id {key} PRIMARY KEY,
  customer_id BIGINT NOT NULL REFERENCES customer (id) ON DELETE CASCADE,
  purpose {text} NOT NULL,
  given INTEGER NOT NULL,
  channel {text} NOT NULL,
  wording {text},
  decided_on {text} NOT NULL,
  note {text},
  interview_id BIGINT REFERENCES interview (id),
  staff_id BIGINT REFERENCES staff (id),
  at BIGINT NOT NULL
);
CREATE INDEX consent_by_customer ON consent (customer_id, purpose, at);

-- What was changed, by whom, and by what a customer said in which interview; an update holds what was
-- there before.
CREATE TABLE change_log (
  id {key} PRIMARY KEY,
  at BIGINT NOT NULL,
  staff_id BIGINT REFERENCES staff (id),
  entity {text} NOT NULL,
  entity_id BIGINT NOT NULL,
  action {text} NOT NULL,
  field {text},
  before {text},
  after {text},
  import_id BIGINT REFERENCES import (id),
  interview_id BIGINT REFERENCES interview (id)
);
CREATE INDEX change_log_by_entity ON change_log (entity, entity_id, at);
CREATE INDEX change_log_by_import ON change_log (import_id);

-- Records that an import changed: as they were before (phase 0) and when it ended (phase 1), so that
-- it can be undone; kept for HF_IMPORT_UNDO_DAYS. A column that is new in the table is new here as well.
CREATE TABLE import_image_customer AS
  SELECT CAST (0 AS BIGINT) AS of_import, CAST (0 AS BIGINT) AS phase, t.* FROM customer t WHERE FALSE;
CREATE UNIQUE INDEX import_image_customer_key ON import_image_customer (id, of_import, phase);
CREATE INDEX import_image_customer_by_import ON import_image_customer (of_import, phase);
CREATE TABLE import_image_complaint AS
  SELECT CAST (0 AS BIGINT) AS of_import, CAST (0 AS BIGINT) AS phase, t.* FROM complaint t WHERE FALSE;
CREATE UNIQUE INDEX import_image_complaint_key ON import_image_complaint (id, of_import, phase);
CREATE INDEX import_image_complaint_by_import ON import_image_complaint (of_import, phase);
CREATE TABLE import_image_purchase AS
  SELECT CAST (0 AS BIGINT) AS of_import, CAST (0 AS BIGINT) AS phase, t.* FROM purchase t WHERE FALSE;
CREATE UNIQUE INDEX import_image_purchase_key ON import_image_purchase (customer_id, month, of_import, phase);
CREATE INDEX import_image_purchase_by_import ON import_image_purchase (of_import, phase);
CREATE TABLE import_image_coded_reason AS
  SELECT CAST (0 AS BIGINT) AS of_import, CAST (0 AS BIGINT) AS phase, t.* FROM coded_reason t WHERE FALSE;
CREATE UNIQUE INDEX import_image_coded_reason_key ON import_image_coded_reason (id, of_import, phase);
CREATE INDEX import_image_coded_reason_by_import ON import_image_coded_reason (of_import, phase);
CREATE TABLE import_image_account_manager_period AS
  SELECT CAST (0 AS BIGINT) AS of_import, CAST (0 AS BIGINT) AS phase, t.* FROM account_manager_period t WHERE FALSE;
CREATE UNIQUE INDEX import_image_account_manager_period_key ON import_image_account_manager_period (id, of_import, phase);
CREATE INDEX import_image_account_manager_period_by_import ON import_image_account_manager_period (of_import, phase);
CREATE TABLE import_image_satisfaction_score AS
  SELECT CAST (0 AS BIGINT) AS of_import, CAST (0 AS BIGINT) AS phase, t.* FROM satisfaction_score t WHERE FALSE;
CREATE UNIQUE INDEX import_image_satisfaction_score_key ON import_image_satisfaction_score (id, of_import, phase);
CREATE INDEX import_image_satisfaction_score_by_import ON import_image_satisfaction_score (of_import, phase);

-- What else a firm wants to know of its customers. Choices stand one in a line; values are text as
-- hf_custom_record_dup_values() gives it.
CREATE TABLE custom_field (
  id {key} PRIMARY KEY,
  kind {text} NOT NULL,
  choices {text},
  position BIGINT NOT NULL,
  retired INTEGER NOT NULL DEFAULT 0,
  revision BIGINT NOT NULL DEFAULT 1
);

CREATE TABLE custom_field_name (
  field_id BIGINT NOT NULL REFERENCES custom_field (id) ON DELETE CASCADE,
  language {text} NOT NULL,
  name {text} NOT NULL,
  PRIMARY KEY (field_id, language)
);

CREATE TABLE custom_value (
  customer_id BIGINT NOT NULL REFERENCES customer (id) ON DELETE CASCADE,
  field_id BIGINT NOT NULL REFERENCES custom_field (id),
  value {text} NOT NULL,
  import_id BIGINT,
  PRIMARY KEY (customer_id, field_id)
);
CREATE INDEX custom_value_by_field ON custom_value (field_id, value);
CREATE TABLE import_image_custom_value AS
  SELECT CAST (0 AS BIGINT) AS of_import, CAST (0 AS BIGINT) AS phase, t.* FROM custom_value t WHERE FALSE;
CREATE UNIQUE INDEX import_image_custom_value_key ON import_image_custom_value (customer_id, field_id, of_import, phase);
CREATE INDEX import_image_custom_value_by_import ON import_image_custom_value (of_import, phase);

-- Which customers a list shows, as hf_customer_expression_parse() reads it.
CREATE TABLE saved_filter (
  id {key} PRIMARY KEY,
  name {text} NOT NULL UNIQUE,
  expression {text} NOT NULL
);

-- Two customers who were made one. The file of each as it was, what belonged to whom and the
-- purchases of both are kept, so that they can be made two again; at_revision is the one's
-- revision then, undone_at is 0 as long as they are one.
CREATE TABLE customer_merge (
  id {key} PRIMARY KEY,
  at BIGINT NOT NULL,
  staff_id BIGINT REFERENCES staff (id),
  kept_id BIGINT NOT NULL,
  gone_id BIGINT NOT NULL,
  gone_code {text} NOT NULL,
  gone_name {text},
  at_revision BIGINT NOT NULL DEFAULT 0,
  undone_at BIGINT NOT NULL DEFAULT 0,
  undone_by_id BIGINT REFERENCES staff (id)
);
CREATE INDEX customer_merge_by_kept ON customer_merge (kept_id);
CREATE INDEX customer_merge_by_gone ON customer_merge (gone_id);

-- The columns of customer, and which merge they are of; where id is 0, of the one.
CREATE TABLE customer_merge_file (
  merge_id BIGINT NOT NULL REFERENCES customer_merge (id) ON DELETE CASCADE,
  id BIGINT NOT NULL,
  code {text} NOT NULL,
  name {text},
  phone {text},
  phone_digits {text},
  email {text},
  company {text},
  address {text},
  branch_id BIGINT,
  account_manager_id BIGINT,
  time_zone {text},
  language {text},
  tags {text},
  status {text} NOT NULL,
  joined_on {text},
  lost_on {text},
  annual_value BIGINT,
  need BIGINT,
  do_not_call INTEGER NOT NULL,
  do_not_call_on {text},
  do_not_call_reason {text},
  do_not_call_by_id BIGINT,
  note {text},
  sort_name {text} NOT NULL,
  import_id BIGINT,
  created_at BIGINT NOT NULL,
  revision BIGINT NOT NULL,
  PRIMARY KEY (merge_id, id)
);

-- A record of another table that belonged to one of the two; changed where the merge changed
-- more of it than whom it belongs to.
CREATE TABLE customer_merge_item (
  merge_id BIGINT NOT NULL REFERENCES customer_merge (id) ON DELETE CASCADE,
  entity {text} NOT NULL,
  record_id BIGINT NOT NULL,
  owner_id BIGINT NOT NULL,
  revision BIGINT,
  changed INTEGER NOT NULL DEFAULT 0,
  PRIMARY KEY (merge_id, entity, record_id)
);

-- The purchases of the two and, where owner_id is 0, of the one.
CREATE TABLE customer_merge_purchase (
  merge_id BIGINT NOT NULL REFERENCES customer_merge (id) ON DELETE CASCADE,
  owner_id BIGINT NOT NULL,
  month {text} NOT NULL,
  amount BIGINT NOT NULL,
  need BIGINT,
  import_id BIGINT,
  PRIMARY KEY (merge_id, owner_id, month)
);

-- The same of what was entered in custom fields.
CREATE TABLE customer_merge_value (
  merge_id BIGINT NOT NULL REFERENCES customer_merge (id) ON DELETE CASCADE,
  owner_id BIGINT NOT NULL,
  field_id BIGINT NOT NULL,
  value {text} NOT NULL,
  import_id BIGINT,
  PRIMARY KEY (merge_id, owner_id, field_id)
);

-- A code that finds another customer since its own was merged; id is the key that one had.
CREATE TABLE customer_alias (
  id {key} PRIMARY KEY,
  code {text} NOT NULL UNIQUE,
  customer_id BIGINT NOT NULL REFERENCES customer (id) ON DELETE CASCADE
);
CREATE INDEX customer_alias_by_customer ON customer_alias (customer_id);
