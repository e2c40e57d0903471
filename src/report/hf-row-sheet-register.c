#include "config.h"

#include "hf-row-sheet.h"

#include <glib/gi18n.h>
#include <string.h>

#include "hf-amount.h"
#include "hf-complaint.h"
#include "hf-custom-field.h"
#include "hf-customer.h"
#include "hf-follow-up.h"
#include "hf-promise.h"
#include "hf-satisfaction-gap.h"
#include "hf-text.h"
#include "hf-time-zone.h"

static const char *const code_fields[] = { "code", "customer_code", "number", "phone", NULL };

static gboolean
is_code (const HfField *field)
{
  return g_strv_contains (code_fields, field->name);
}

static HfCellKind
kind_of (const HfField *field)
{
  switch (field->kind)
    {
    case HF_FIELD_DATE:
      return HF_CELL_DATE;
    case HF_FIELD_MOMENT:
      return HF_CELL_MOMENT;
    case HF_FIELD_AMOUNT:
      return strcmp (field->name, "need") == 0 ? HF_CELL_AMOUNT : HF_CELL_MONEY;
    case HF_FIELD_TEXT:
    case HF_FIELD_MONTH:
    case HF_FIELD_CHOICE:
    case HF_FIELD_FLAG:
    case HF_FIELD_ZONE:
    default:
      return is_code (field) ? HF_CELL_CODE : HF_CELL_TEXT;
    }
}

static void
add_field_columns (const HfReportRun *run, HfTable *table, const HfField *fields,
                   gsize n_fields)
{
  for (gsize i = 0; i < n_fields; i++)
    hf_table_take_column (
        table, hf_report_language_text (run->language, HF_FIELD_CONTEXT, fields[i].label),
        kind_of (&fields[i]));
}

static void
add_text (const HfReportRun *run, const HfField *field, const char *text, HfRow *row)
{
  if (strcmp (field->name, "phone") == 0 && run->options->mask_phones)
    {
      g_autofree char *masked = hf_text_mask_phone (text);
      hf_row_add_code (row, masked);
    }
  else if (is_code (field))
    hf_row_add_code (row, text);
  else
    hf_row_add_text (row, text);
}

static void
add_zone (const HfReportRun *run, const char *id, HfRow *row)
{
  const HfTimeZone *zone = hf_time_zone_get (id);
  if (zone == NULL)
    {
      hf_row_add_text (row, id);
      return;
    }
  g_autofree char *label = hf_report_language_line (run->language, HF_TIME_ZONE_CONTEXT,
                                                    zone->label);
  hf_row_add_text (row, label);
}

static const HfChoice flags[] = { { "0", NC_ ("choice", "No") },
                                  { "1", NC_ ("choice", "Yes") },
                                  { NULL, NULL } };

static void
add_field (HfReportRun *run, const HfField *field, gpointer record, HfRow *row)
{
  gpointer place = G_STRUCT_MEMBER_P (record, field->offset);
  switch (field->kind)
    {
    case HF_FIELD_DATE:
      hf_row_add_date (row, *(char **) place);
      break;
    case HF_FIELD_MOMENT:
      hf_row_add_moment (row, *(gint64 *) place);
      break;
    case HF_FIELD_AMOUNT:
      if (kind_of (field) == HF_CELL_MONEY)
        hf_row_add_money (row, *(gint64 *) place);
      else
        hf_row_add_amount (row, *(gint64 *) place);
      break;
    case HF_FIELD_CHOICE:
      hf_row_add_text (row, hf_report_run_choice (run, field->choices, *(int *) place));
      break;
    case HF_FIELD_FLAG:
      hf_row_add_text (row, hf_report_run_choice (run, flags, *(gboolean *) place != FALSE));
      break;
    case HF_FIELD_ZONE:
      add_zone (run, *(char **) place, row);
      break;
    case HF_FIELD_TEXT:
    case HF_FIELD_MONTH:
    default:
      add_text (run, field, *(char **) place, row);
      break;
    }
}

static gboolean
has_heading (const HfTable *table, const char *heading)
{
  g_autofree char *wanted = hf_text_fold (heading);
  for (guint i = 0; i < hf_table_n_columns (table); i++)
    {
      g_autofree char *folded = hf_text_fold (hf_table_get_heading (table, i));
      if (strcmp (folded, wanted) == 0)
        return TRUE;
    }
  return FALSE;
}

/* A table in a workbook has no two columns of one name. */
static char *
make_heading (const HfTable *table, const char *name)
{
  char *heading = g_strdup (name);
  for (guint i = 2; has_heading (table, heading); i++)
    {
      g_free (heading);
      heading = g_strdup_printf ("%s (%u)", name, i);
    }
  return heading;
}

static char *
custom_heading (const HfReportRun *run, const HfCustomField *field)
{
  const char *names[2] = { NULL };
  for (guint i = 0; i < hf_report_language_count (run->language); i++)
    names[i] = hf_custom_field_get_name (field, hf_report_language_get_code (run->language, i));
  return hf_report_language_join (run->language, names, "\n");
}

static HfCellKind
custom_kind (const HfCustomField *field)
{
  switch (field->kind)
    {
    case HF_CUSTOM_NUMBER:
      return HF_CELL_AMOUNT;
    case HF_CUSTOM_DATE:
      return HF_CELL_DATE;
    case HF_CUSTOM_TEXT:
    case HF_CUSTOM_CHOICE:
    default:
      return HF_CELL_TEXT;
    }
}

static void
add_custom_columns (const HfReportRun *run, HfTable *table)
{
  GPtrArray *fields = hf_report_source_get_custom_fields (run->source);
  for (guint i = 0; i < fields->len; i++)
    {
      const HfCustomField *field = fields->pdata[i];
      g_autofree char *name = custom_heading (run, field);
      if (!field->retired)
        hf_table_take_column (table, make_heading (table, name), custom_kind (field));
    }
}

static void
add_custom_value (const HfCustomField *field, const char *value, HfRow *row)
{
  gint64 amount = HF_AMOUNT_UNKNOWN;
  switch (field->kind)
    {
    case HF_CUSTOM_NUMBER:
      if (value == NULL || !hf_amount_parse (value, &amount))
        amount = HF_AMOUNT_UNKNOWN;
      hf_row_add_amount (row, amount);
      break;
    case HF_CUSTOM_DATE:
      hf_row_add_date (row, value);
      break;
    case HF_CUSTOM_TEXT:
    case HF_CUSTOM_CHOICE:
    default:
      hf_row_add_text (row, value);
    }
}

static void
add_custom_values (const HfReportRun *run, const HfCustomer *customer, HfRow *row)
{
  GPtrArray *fields = hf_report_source_get_custom_fields (run->source);
  for (guint i = 0; i < fields->len; i++)
    {
      const HfCustomField *field = fields->pdata[i];
      const char *value = customer->custom != NULL
                              ? g_hash_table_lookup (customer->custom, &field->id)
                              : NULL;
      if (!field->retired)
        add_custom_value (field, value, row);
    }
}

static void
add_customer_columns (const HfReportRun *run, HfTable *table)
{
  gsize n_fields;
  const HfField *fields = hf_customer_fields (&n_fields);
  add_field_columns (run, table, fields, n_fields);
  hf_report_run_add_column (run, table, NC_ ("report", "Name of the reason"), HF_CELL_TEXT);
  add_custom_columns (run, table);
}

static void
fill_customer (HfReportRun *run, gpointer record, HfRow *row)
{
  HfCustomer *customer = record;
  gsize n_fields;
  const HfField *fields = hf_customer_fields (&n_fields);
  for (gsize i = 0; i < n_fields; i++)
    if (customer->status == HF_CUSTOMER_LOST && customer->lost_on == NULL
        && fields[i].offset == G_STRUCT_OFFSET (HfCustomer, lost_on))
      hf_report_run_add_unknown (run, row);
    else
      add_field (run, &fields[i], record, row);
  hf_row_add_text (row, hf_report_run_code_name (run, customer->reason));
  add_custom_values (run, customer, row);
}

const HfRowSheet hf_customer_rows = {
  .sheet = HF_REPORT_SHEET_CUSTOMER_ROWS,
  .rows = HF_REPORT_ROWS_CUSTOMERS,
  .table = "customers",
  .prose = FALSE,
  .add_columns = add_customer_columns,
  .fill = fill_customer,
};

static void
add_complaint_columns (const HfReportRun *run, HfTable *table)
{
  gsize n_fields;
  const HfField *fields = hf_complaint_fields (&n_fields);
  add_field_columns (run, table, fields, n_fields);
}

/* A clock beside what came of it: what was promised, then when it was given. */
static const HfRowColumn complaint_columns[] = {
  { NC_ ("report", "Dealt with by"), HF_CELL_TEXT },
  { NC_ ("report", "Promise class"), HF_CELL_TEXT },
  { NC_ ("report", "First word promised by"), HF_CELL_MOMENT },
  { NC_ ("report", "First word given"), HF_CELL_MOMENT },
  { NC_ ("report", "Answer promised by"), HF_CELL_MOMENT },
  { NC_ ("report", "Answered at"), HF_CELL_MOMENT },
  { NC_ ("report", "Paused for, hours"), HF_CELL_NUMBER },
  { NC_ ("report", "Closed at"), HF_CELL_MOMENT },
  { NC_ ("report", "Second follow-up"), HF_CELL_TEXT },
  { NC_ ("report", "Satisfaction expected"), HF_CELL_AMOUNT },
  { NC_ ("report", "Satisfaction perceived"), HF_CELL_AMOUNT },
  { NC_ ("report", "Gap"), HF_CELL_AMOUNT },
  { NC_ ("report", "Not pursued because"), HF_CELL_TEXT },
  { NC_ ("report", "Escalated"), HF_CELL_TEXT },
  { NULL },
};

static void
add_choice (HfReportRun *run, const HfChoice *choices, int value, HfRow *row)
{
  if (value < 0)
    hf_row_add_empty (row);
  else
    hf_row_add_text (row, hf_report_run_choice (run, choices, value));
}

static void
add_clocks (HfReportRun *run, const HfComplaint *complaint, HfRow *row)
{
  add_choice (run, hf_promise_terms, complaint->term, row);
  hf_row_add_moment (row, complaint->respond_by);
  hf_row_add_moment (row, complaint->acknowledged_at);
  hf_row_add_moment (row, complaint->due_at);
  hf_row_add_moment (row, complaint->responded_at);
  if (complaint->paused > 0)
    hf_row_add_number (row, (double) complaint->paused / G_TIME_SPAN_HOUR);
  else
    hf_row_add_empty (row);
  hf_row_add_moment (row, complaint->closed_at);
}

static void
fill_complaint (HfReportRun *run, gpointer record, HfRow *row)
{
  HfComplaint *complaint = record;
  gsize n_fields;
  const HfField *fields = hf_complaint_fields (&n_fields);
  for (gsize i = 0; i < n_fields; i++)
    add_field (run, &fields[i], record, row);
  hf_row_add_text (row, hf_complaint_get_owner (complaint));
  add_clocks (run, complaint, row);
  add_choice (run, hf_follow_up_results, complaint->follow_up, row);
  hf_row_add_amount (row, complaint->expected);
  hf_row_add_amount (row, complaint->satisfaction);
  hf_row_add_amount (row, hf_satisfaction_gap (complaint->expected, complaint->satisfaction));
  hf_row_add_text (row, complaint->not_pursued);
  hf_row_add_text (
      row, hf_report_run_escalation (run, complaint->escalation, complaint->escalation_name));
}

const HfRowSheet hf_complaint_rows = {
  .sheet = HF_REPORT_SHEET_COMPLAINT_ROWS,
  .rows = HF_REPORT_ROWS_COMPLAINTS,
  .table = "complaints",
  .prose = FALSE,
  .add_columns = add_complaint_columns,
  .columns = complaint_columns,
  .fill = fill_complaint,
};
