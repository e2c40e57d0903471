#include "config.h"

#include "hf-setup-words.h"

#include <glib/gi18n.h>

#include "hf-import-closures.h"
#include "hf-import-entity.h"
#include "hf-import-repair-closures.h"
#include "hf-number-words.h"
#include "hf-time.h"

/* Joins what is known. */
static char *
join (const char *code, const char *place, gboolean active)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new ();
  g_ptr_array_add (parts, (gpointer) code);
  if (place != NULL)
    g_ptr_array_add (parts, (gpointer) place);
  if (!active)
    g_ptr_array_add (parts, (gpointer) _ ("not in use any more"));
  g_ptr_array_add (parts, NULL);
  return g_strjoinv (" · ", (char **) parts->pdata);
}

/**
 * hf_setup_words_branch:
 * @branch: a branch
 *
 * Says below a branch's name what else is known.
 *
 * Returns: (transfer full): one line
 */
char *
hf_setup_words_branch (const HfBranch *branch)
{
  return join (branch->code, branch->region, branch->active);
}

/**
 * hf_setup_words_staff:
 * @staff: a member of staff
 *
 * Says below a name what else is known.
 *
 * Returns: (transfer full): one line
 */
char *
hf_setup_words_staff (const HfStaff *staff)
{
  g_autofree char *words = join (staff->code, staff->branch, staff->active);
  if (!staff->is_manager)
    return g_steal_pointer (&words);
  /* Translators: somebody's code and branch; they are a manager. */
  return g_strdup_printf (_ ("%s · manager"), words);
}

/**
 * hf_setup_words_term:
 * @term: a promise's term
 *
 * Says what a term is for.
 *
 * Returns: a sentence
 */
const char *
hf_setup_words_term (HfPromiseTerm term)
{
  switch (term)
    {
    case HF_PROMISE_IMMEDIATE:
      return _ ("Ordinary business: answered in the same conversation.");
    case HF_PROMISE_DAY:
      return _ ("Complex business: somebody has to look into it first.");
    case HF_PROMISE_THREE_DAYS:
      return _ ("Difficult complaints: several people or a workshop are needed.");
    case HF_PROMISE_EMERGENCY:
      return _ ("Emergency rescue: dealt with at once; the customer hears every half hour how "
                "far it is.");
    case HF_PROMISE_WORKDAY:
      return _ ("A complaint that could not be solved on the spot: never refused, answered to "
                "the customer's satisfaction.");
    case HF_PROMISE_DATED:
    default:
      return _ ("Whatever was agreed with the customer, by that day.");
    }
}

static char *
word_minutes (guint minutes)
{
  if (minutes == 0)
    return g_strdup (C_ ("promise", "at once"));
  if (minutes % 60 != 0)
    return g_strdup_printf (ngettext ("within %u minute", "within %u minutes", minutes),
                            minutes);
  return g_strdup_printf (ngettext ("within %u hour", "within %u hours", minutes / 60),
                          minutes / 60);
}

static char *
word_solution (const HfPromiseRule *rule)
{
  if (!hf_promise_rule_has_end (rule))
    return g_strdup (C_ ("promise", "as soon as it can be"));
  if (rule->clock == HF_CLOCK_WORKDAYS && rule->resolve > 0)
    return g_strdup_printf (
        ngettext ("within %u working day", "within %u working days", rule->resolve),
        rule->resolve);
  return word_minutes (rule->resolve);
}

/**
 * hf_setup_words_rule:
 * @rule: how soon a class of promise is to be kept
 *
 * Says until when the customer hears a first word, a solution, and what comes in between.
 *
 * Returns: (transfer full): one line
 */
char *
hf_setup_words_rule (const HfPromiseRule *rule)
{
  g_autofree char *first = word_minutes (rule->respond);
  g_autofree char *solution = word_solution (rule);
  g_autoptr (GString) text = g_string_new (NULL);
  /* Translators: "within 1 hour", then "within 24 hours". */
  g_string_append_printf (text, _ ("First word %s, solution %s"), first, solution);
  if (rule->update > 0)
    {
      g_autofree char *update = g_strdup_printf (
          ngettext ("word each minute", "word every %u minutes", rule->update), rule->update);
      g_string_append_printf (text, " · %s", update);
    }
  g_string_append_printf (text, " · %s", hf_choice_label (hf_clock_kinds, rule->clock));
  return g_string_free (g_steal_pointer (&text), FALSE);
}

/**
 * hf_setup_words_rule_source:
 * @term: a class of promise
 *
 * Says where a class's first values come from.
 *
 * Returns: a sentence
 */
const char *
hf_setup_words_rule_source (HfPromiseTerm term)
{
  switch (term)
    {
    case HF_PROMISE_IMMEDIATE:
      return _ ("Article 001: ordinary business is answered at once, round the clock.");
    case HF_PROMISE_DAY:
      return _ ("Article 001: complex business within 24 hours, round the clock. The hour to "
                "the first word is our own.");
    case HF_PROMISE_THREE_DAYS:
      return _ ("Article 001: difficult complaints within 72 hours, round the clock. The hour "
                "to the first word is our own.");
    case HF_PROMISE_EMERGENCY:
      return _ ("Article 001: emergencies are dealt with at once, with word every half hour, "
                "round the clock.");
    case HF_PROMISE_WORKDAY:
      return _ ("Article 004: a satisfactory reply within one working day. The hour to the "
                "first word is our own.");
    case HF_PROMISE_DATED:
    default:
      return "";
    }
}

/**
 * hf_setup_words_solution_unit:
 * @rule: how soon a class of promise is to be kept
 *
 * Says in what the time to the solution is counted, and what 0 means.
 *
 * Returns: a few words
 */
const char *
hf_setup_words_solution_unit (const HfPromiseRule *rule)
{
  gboolean by_days = rule->clock == HF_CLOCK_WORKDAYS;
  if (rule->update > 0)
    return by_days ? _ ("Working days; 0: as soon as it can be")
                   : _ ("Hours; 0: as soon as it can be");
  return by_days ? _ ("Working days; 0: at once") : _ ("Hours; 0: at once");
}

/**
 * hf_setup_words_copied:
 * @path: where the copy is
 * @moment: when it was made
 *
 * Says where the latest copy is.
 *
 * Returns: (transfer full): one line
 */
char *
hf_setup_words_copied (const char *path, gint64 moment)
{
  g_autofree char *name = g_filename_display_name (path);
  g_autofree char *when = hf_time_format_moment (moment);
  /* Translators: a date and time, then a file's path. */
  return g_strdup_printf (_ ("Copied %s to %s"), when, name);
}

/**
 * hf_setup_words_checked:
 * @findings: how much is wrong
 * @moment: when it was looked for
 *
 * Says what a check of the database found.
 *
 * Returns: (transfer full): one line
 */
char *
hf_setup_words_checked (guint findings, gint64 moment)
{
  g_autofree char *when = hf_time_format_moment (moment);
  if (findings == 0)
    /* Translators: a date and time. */
    return g_strdup_printf (_ ("Checked %s: all is well"), when);
  return g_strdup_printf (
      /* Translators: a date and time, then how much was found. */
      ngettext ("Checked %s: %u finding", "Checked %s: %u findings", findings), when, findings);
}

static char *
describe_counts (const HfImportRecord *import)
{
  g_autofree char *created = hf_number_words_count (import->n_created);
  g_autofree char *updated = hf_number_words_count (import->n_updated);
  g_autofree char *rejected = hf_number_words_count (import->n_rejected);
  /* Translators: numbers of rows. */
  return g_strdup_printf (_ ("%s new, %s changed, %s rejected"), created, updated, rejected);
}

static void
append_repaired (GString *text, const HfImportRecord *import)
{
  HfRepairCounts counts;
  hf_repair_counts_read (&counts, import->repaired);
  g_autofree char *mended = hf_import_words_mended (&counts, FALSE);
  if (*mended != '\0')
    g_string_append_printf (text, "\n%s", mended);
}

/**
 * hf_setup_words_import:
 * @import: an import
 *
 * Says what an import did and repaired, when, who did it, and whether it was undone.
 *
 * Returns: (transfer full): a few lines
 */
char *
hf_setup_words_import (const HfImportRecord *import)
{
  const HfImportEntity *entity = hf_import_entity_find (import->kind);
  const char *kind = entity != NULL ? hf_import_words_kind (entity) : import->kind;
  g_autofree char *when = hf_time_format_moment (import->at);
  g_autofree char *counts = describe_counts (import);
  g_autoptr (GString) text = g_string_new (kind);
  g_string_append_printf (text, " · %s", when);
  if (import->staff != NULL)
    g_string_append_printf (text, " · %s", import->staff);
  g_string_append_printf (text, "\n%s", counts);
  append_repaired (text, import);
  if (import->undone_at == 0)
    return g_string_free (g_steal_pointer (&text), FALSE);
  g_autofree char *undone_at = hf_time_format_moment (import->undone_at);
  /* Translators: a date and time. */
  g_autofree char *undone = g_strdup_printf (_ ("Undone %s"), undone_at);
  g_string_append_printf (text, "\n%s", undone);
  if (import->undone_by != NULL)
    g_string_append_printf (text, " · %s", import->undone_by);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static char *
describe_kind (const HfCustomField *field)
{
  const char *kind = hf_choice_label (hf_custom_kinds, field->kind);
  if (field->kind != HF_CUSTOM_CHOICE || field->choices == NULL)
    return g_strdup (kind);
  /* Translators: what stands between the values of a list. */
  g_autofree char *choices = g_strjoinv (C_ ("list", ", "), field->choices);
  /* Translators: the kind of a field, here a choice, and what can be chosen. */
  return g_strdup_printf (C_ ("kind", "%s: %s"), kind, choices);
}

/**
 * hf_setup_words_field:
 * @field: a custom field
 *
 * Says of what kind a field is, what can be chosen, and whether it is out of use.
 *
 * Returns: (transfer full): such as "Choice: gold, silver · no longer in use"
 */
char *
hf_setup_words_field (const HfCustomField *field)
{
  g_autofree char *kind = describe_kind (field);
  /* Translators: the kind of a field, such as "Text". */
  return field->retired ? g_strdup_printf (_ ("%s · no longer in use"), kind)
                        : g_steal_pointer (&kind);
}
