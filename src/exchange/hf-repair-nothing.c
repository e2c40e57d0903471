#include "config.h"

#include <string.h>

#include "hf-repair-private.h"

/* What spreadsheet programs write for a sum that failed; no text means it. */
static const char *const failures[] = { "#N/A",    "#VALUE!", "#REF!", "#NAME?",
                                        "#DIV/0!", "#NULL!",  "#NUM!", NULL };

/* What people and programs write where they have nothing. */
static const char *const signs[] = {
  "-",    "--",     "---",    "—",       "——",        "－",      "–",       "/",    "\\",
  "*",    "?",      "？",     "无",      "無",        "暂无",    "暫無",    "没有", "沒有",
  "空",   "未填",   "未知",   "不详",    "不詳",      "不明",    "N/A",     "n/a",  "NA",
  "NULL", "null",   "Null",   "None",    "none",      "nil",     "NaN",     "nan",  "NaT",
  "(空)", "（空）", "(null)", "(blank)", "undefined", "unknown", "Unknown", NULL
};

/* The days of databases and spreadsheet programs that stand for none. */
static const char *const days[] = { "0",          "00000000",
                                    "0000-00-00", "0000-00-00 00:00:00",
                                    "0000/00/00", "1900-01-00",
                                    "1900/1/0",   NULL };

#define LONGEST_SIGN 10

static gboolean
is_moment (const HfField *field)
{
  return field->kind == HF_FIELD_DATE || field->kind == HF_FIELD_MONTH
         || field->kind == HF_FIELD_MOMENT;
}

static gboolean
is_text (const HfField *field)
{
  return field->kind == HF_FIELD_TEXT && !hf_repair_is_phone (field)
         && strcmp (field->name, "email") != 0;
}

/* Whether a text is -, 无, N/A or 0000-00-00; in texts only what a failed sum leaves behind, as
 * a note may say 无. */
gboolean
hf_repair_is_nothing (const char *text, const HfField *field)
{
  if (*text == '#')
    return g_strv_contains (failures, text);
  if (g_ascii_isdigit (*text))
    return *text <= '1' && is_moment (field) && g_strv_contains (days, text);
  return !is_text (field) && strnlen (text, LONGEST_SIGN + 1) <= LONGEST_SIGN
         && g_strv_contains (signs, text);
}

/* Leaves the cell blank. */
HfRepairOutcome
hf_repair_mend_nothing (const char *text, const HfRepairColumn *column, GString *mended)
{
  return hf_repair_is_nothing (text, column->field) ? HF_REPAIR_DONE : HF_REPAIR_NONE;
}
