-- Who adds a record that names one of these, or changes one, waits until the import $1 is undone; what
-- was added just now is waited for, and found. Keys count up from the import's.
SELECT (SELECT count(*) FROM (SELECT 1 FROM import WHERE id = $1 FOR UPDATE) locked)
  + (SELECT count(*) FROM (SELECT 1 FROM customer WHERE id > $1 AND import_id = $1 FOR UPDATE) locked)
  + (SELECT count(*) FROM (SELECT 1 FROM customer WHERE id IN
      (SELECT id FROM import_image_customer WHERE of_import = $1
       UNION SELECT customer_id FROM import_image_coded_reason WHERE of_import = $1) FOR UPDATE) locked)
  + (SELECT count(*) FROM (SELECT 1 FROM complaint WHERE id > $1 AND import_id = $1
      OR id IN (SELECT id FROM import_image_complaint WHERE of_import = $1) FOR UPDATE) locked)
  + (SELECT count(*) FROM (SELECT 1 FROM escalation WHERE complaint_id IN
      (SELECT id FROM complaint WHERE id > $1 AND import_id = $1) FOR UPDATE) locked)
  + (SELECT count(*) FROM (SELECT 1 FROM coded_reason WHERE id > $1 AND import_id = $1
      OR id IN (SELECT id FROM import_image_coded_reason WHERE of_import = $1) FOR UPDATE) locked)
  + (SELECT count(*) FROM (SELECT 1 FROM satisfaction_score WHERE id > $1 AND import_id = $1
      OR id IN (SELECT id FROM import_image_satisfaction_score WHERE of_import = $1) FOR UPDATE) locked)
  + (SELECT count(*) FROM (SELECT 1 FROM account_manager_period WHERE id > $1 AND import_id = $1
      OR id IN (SELECT id FROM import_image_account_manager_period WHERE of_import = $1) FOR UPDATE) locked)
  + (SELECT count(*) FROM (SELECT 1 FROM call_task WHERE id > $1 AND import_id = $1 FOR UPDATE) locked)
  + (SELECT count(*) FROM (SELECT 1 FROM promise WHERE id IN
      (SELECT promise_id FROM promise_event WHERE id > $1 AND import_id = $1) FOR UPDATE) locked)
  + (SELECT count(*) FROM (SELECT 1 FROM purchase WHERE import_id = $1 FOR UPDATE) locked)
  + (SELECT count(*) FROM (SELECT 1 FROM purchase p WHERE EXISTS (SELECT 1 FROM import_image_purchase b
      WHERE b.of_import = $1 AND b.customer_id = p.customer_id AND b.month = p.month) FOR UPDATE) locked)
  + (SELECT count(*) FROM (SELECT 1 FROM custom_value v WHERE import_id = $1
      OR EXISTS (SELECT 1 FROM import_image_custom_value b WHERE b.of_import = $1
      AND b.customer_id = v.customer_id AND b.field_id = v.field_id) FOR UPDATE) locked)
