#include "config.h"

#include "hf-sheets.h"

#include <glib/gi18n.h>

#include "hf-complaint.h"

enum
{
  COLUMN_GROUP,
  COLUMN_CLASS,
  COLUMN_COUNT,
  COLUMN_SHARE,
};

/* A group of rows that is being made. */
typedef struct
{
  HfReportRun *run;
  HfTable *table;
  const char *group; /* a text marked with NC_ */
  guint all;         /* what the shares are of */
  HfReportSheet from;
} Group;

static void
add_count (Group *self, const char *label, guint count)
{
  g_autofree char *link = hf_report_run_dup_link (self->run, self->from);
  HfRow *row = hf_table_add_row (self->table);
  hf_row_take_text (row, hf_report_run_line (self->run, self->group));
  hf_row_add_text (row, label);
  hf_row_add_integer (row, count);
  hf_row_set_target (row, link);
  if (self->all > 0)
    hf_row_add_percent (row, (double) count / self->all);
  else
    hf_report_run_add_unknown (self->run, row);
}

static void
add_choices (Group *self, const char *group, const HfChoice *choices, const guint *counts)
{
  self->group = group;
  for (int i = 0; choices[i].name != NULL; i++)
    add_count (self, hf_report_run_choice (self->run, choices, i), counts[i]);
  const guint unknown = hf_choice_count (choices);
  if (counts[unknown] > 0)
    add_count (self, hf_report_run_choice (self->run, choices, (int) unknown), counts[unknown]);
}

static void
add_line (Group *self, const char *label, guint count)
{
  g_autofree char *line = hf_report_run_line (self->run, label);
  add_count (self, line, count);
}

static void
add_complaints (HfReportRun *run, HfTable *table)
{
  const HfFigures *figures = run->figures;
  Group group = { run, table, NULL, figures->complaints.logged,
                  HF_REPORT_SHEET_COMPLAINT_ROWS };
  add_choices (&group, NC_ ("report", "Channel"), hf_complaint_channels,
               figures->complaints.by_channel);
  add_choices (&group, NC_ ("report", "Category"), hf_complaint_categories,
               figures->complaints.by_category);
  add_choices (&group, NC_ ("report", "Severity"), hf_complaint_severities,
               figures->complaints.by_severity);
  group.group = NC_ ("report", "Complaints");
  add_line (&group, NC_ ("report", "Complaints logged"), figures->complaints.logged);
  add_line (&group, NC_ ("report", "Complaints open"), figures->complaints.open);
  add_line (&group, NC_ ("report", "Complaints late"), figures->complaints.late);
  add_line (&group, NC_ ("report", "Complaints closed"), figures->complaints.closed);
}

static void
add_escalations (HfReportRun *run, HfTable *table)
{
  const HfFigures *figures = run->figures;
  Group group = { run, table, NC_ ("report", "Escalation"), figures->complaints.logged,
                  HF_REPORT_SHEET_COMPLAINT_ROWS };
  add_line (&group, NC_ ("report", "Complaints escalated"), figures->complaints.escalated);
  for (guint i = 0; i < figures->escalations->len; i++)
    {
      const HfEscalationCount *count = figures->escalations->pdata[i];
      add_count (&group, hf_report_run_escalation (run, count->step, count->name),
                 count->complaints);
    }
}

static void
add_promises (HfReportRun *run, HfTable *table)
{
  const HfFigures *figures = run->figures;
  Group group = { run, table, NC_ ("report", "Promises"), figures->promises.made,
                  HF_REPORT_SHEET_PROMISE_ROWS };
  add_line (&group, NC_ ("report", "Promises made"), figures->promises.made);
  add_line (&group, NC_ ("report", "Promises kept"), figures->promises.kept);
  add_line (&group, NC_ ("report", "Promises kept late"), figures->promises.late);
  add_line (&group, NC_ ("report", "Promises open"), figures->promises.open);
  add_line (&group, NC_ ("report", "Promises broken"), figures->promises.broken);
  add_line (&group, NC_ ("report", "Promises released"), figures->promises.released);
}

static void
add_due (HfReportRun *run, HfTable *table)
{
  const HfPromiseTally *due = &run->figures->promises.due;
  Group group = { run, table, NC_ ("report", "Promises due in the period"),
                  hf_promise_tally_due (due), HF_REPORT_SHEET_PROMISE_ROWS };
  add_line (&group, NC_ ("report", "Kept in time"), due->kept);
  add_line (&group, NC_ ("report", "Kept late"), due->late);
  add_line (&group, NC_ ("report", "Broken"), due->broken);
  add_line (&group, NC_ ("report", "Still open"), due->open);
}

/* Of what somebody, or a branch, had to keep, how much was kept in time. */
static void
add_tallies (HfReportRun *run, HfTable *table, const char *title, const GPtrArray *tallies)
{
  Group group = { run, table, title, 0, HF_REPORT_SHEET_PROMISE_ROWS };
  for (guint i = 0; i < tallies->len; i++)
    {
      const HfPromiseTally *tally = tallies->pdata[i];
      group.all = hf_promise_tally_due (tally);
      if (group.all > 0 && tally->name != NULL)
        add_count (&group, tally->name, tally->kept);
      else if (group.all > 0)
        add_line (&group, NC_ ("report", "Nobody was named"), tally->kept);
    }
}

/* They come first in the table. */
static void
draw_channels (const HfReportRun *run, HfSheet *page, const HfTable *table, guint first)
{
  const guint *counts = run->figures->complaints.by_channel;
  g_autofree char *title = hf_report_run_line (run, NC_ ("report", "Complaints by channel"));
  g_autofree char *axis = hf_report_run_line (run, NC_ ("report", "Complaints"));
  const HfChart chart = { .title = title,
                          .axis_title = axis,
                          .categories = COLUMN_CLASS,
                          .series = { COLUMN_COUNT },
                          .n_series = 1,
                          .max_rows = HF_COMPLAINT_CHANNEL_UNKNOWN
                                      + (counts[HF_COMPLAINT_CHANNEL_UNKNOWN] > 0),
                          .line = -1 };
  hf_sheet_set_chart (page, hf_sheet_add_chart_space (page), table, first, &chart);
}

/**
 * hf_sheet_complaints_fill:
 * @run: a report
 *
 * Writes the complaints by channel, category, severity and state, and what was promised.
 */
void
hf_sheet_complaints_fill (HfReportRun *run)
{
  HfSheet *page = hf_report_run_begin_page (run, HF_REPORT_SHEET_COMPLAINTS);
  hf_sheet_set_one_page (page, FALSE);
  g_autoptr (HfTable) table = hf_table_new ();
  hf_report_run_add_column (run, table, NC_ ("report", "Group"), HF_CELL_TEXT);
  hf_report_run_add_column (run, table, NC_ ("report", "Class"), HF_CELL_TEXT);
  hf_report_run_add_column (run, table, NC_ ("report", "Number"), HF_CELL_INTEGER);
  hf_report_run_add_column (run, table, NC_ ("report", "Share"), HF_CELL_PERCENT);
  add_complaints (run, table);
  add_escalations (run, table);
  add_promises (run, table);
  add_due (run, table);
  add_tallies (run, table, NC_ ("report", "Kept in time, by who keeps them"),
               run->figures->promises_by_staff);
  add_tallies (run, table, NC_ ("report", "Kept in time, by branch"),
               run->figures->promises_by_branch);
  guint first = hf_sheet_add_table (page, table);
  if (run->figures->complaints.logged > 0)
    draw_channels (run, page, table, first);
}
