#include "config.h"

#include "hf-repair-preview.h"

static void
example_free (gpointer data)
{
  HfRepairExample *example = data;
  g_free (example->heading);
  g_free (example->before);
  g_free (example->after);
  g_free (example);
}

static void
finding_free (gpointer data)
{
  HfRepairFinding *finding = data;
  g_ptr_array_unref (finding->examples);
  g_free (finding);
}

static GPtrArray *
list_findings (void)
{
  guint n_repairs;
  const HfRepair *repairs = hf_repair_list (&n_repairs);
  GPtrArray *findings = g_ptr_array_new_with_free_func (finding_free);
  for (guint i = 0; i < n_repairs; i++)
    {
      HfRepairFinding *finding = g_new0 (HfRepairFinding, 1);
      finding->repair = &repairs[i];
      finding->examples = g_ptr_array_new_with_free_func (example_free);
      g_ptr_array_add (findings, finding);
    }
  return findings;
}

static void
add_example (HfRepairFinding *finding, HfImport *import, guint row,
             const HfImportRepair *repair)
{
  const char *heading = hf_import_profile_get_heading (hf_import_get_profile (import),
                                                       repair->field->name);
  HfRepairExample *example = g_new (HfRepairExample, 1);
  *example = (HfRepairExample){
    row, g_strdup (heading != NULL ? heading : hf_field_label (repair->field)),
    g_strdup (repair->before), g_strdup (repair->after)
  };
  g_ptr_array_add (finding->examples, example);
}

static void
add_row (GPtrArray *findings, HfImport *import, const HfImportRow *row, guint max_examples)
{
  guint n_repairs;
  const HfRepair *repairs = hf_repair_list (&n_repairs);
  for (guint i = 0; row->repairs != NULL && i < row->repairs->len; i++)
    {
      const HfImportRepair *repair = row->repairs->pdata[i];
      HfRepairFinding *finding = findings->pdata[repair->repair - repairs];
      finding->count++;
      finding->n_lost += repair->after == NULL;
      if (finding->examples->len < max_examples)
        add_example (finding, import, row->number, repair);
    }
}

static HfImport *
open_import (const char *path, HfImportProfile *profile, const HfImportEntity *entity,
             GPtrArray *custom, GError **error)
{
  g_autoptr (HfRowReader) reader = hf_row_reader_open (
      path, hf_import_profile_get_options (profile), error);
  g_autoptr (HfImport) import = reader != NULL
                                    ? hf_import_new (reader, profile, entity, custom, error)
                                    : NULL;
  if (import != NULL)
    hf_import_keep_repairs (import);
  return g_steal_pointer (&import);
}

/**
 * hf_repair_preview_profile:
 * @profile: how a file is read
 *
 * Copies a profile with all repairs on: what one that is off would do is shown as well.
 *
 * Returns: (transfer full): the copy
 */
HfImportProfile *
hf_repair_preview_profile (HfImportProfile *profile)
{
  guint n_repairs;
  const HfRepair *repairs = hf_repair_list (&n_repairs);
  HfImportProfile *all = hf_import_profile_copy (profile);
  for (guint i = 0; i < n_repairs; i++)
    hf_import_profile_set_repair (all, repairs[i].name, TRUE);
  return all;
}

/**
 * hf_repair_preview:
 * @path: a spreadsheet
 * @profile: what its columns mean, and which repairs are on
 * @entity: what its rows become
 * @custom: (nullable) (element-type HfCustomField): the firm's own fields of customers
 * @max_rows: after how many rows to stop, 0 for the whole file
 * @max_examples: how many examples of each repair
 * @cancellable: (nullable): to stop it
 * @error: (nullable): %HF_READ_ERROR and %HF_IMPORT_ERROR with a message for the user,
 *   %G_IO_ERROR_CANCELLED
 *
 * Looks what the repairs would do to a file; nothing is changed.
 *
 * Returns: (transfer full) (element-type HfRepairFinding) (nullable): one for each repair, in
 *   the order of hf_repair_list()
 */
GPtrArray *
hf_repair_preview (const char *path, HfImportProfile *profile, const HfImportEntity *entity,
                   GPtrArray *custom, guint max_rows, guint max_examples,
                   GCancellable *cancellable, GError **error)
{
  g_autoptr (HfImport) import = open_import (path, profile, entity, custom, error);
  if (import == NULL)
    return NULL;
  g_autoptr (GPtrArray) findings = list_findings ();
  GError *failure = NULL;
  HfImportRow row;
  while ((max_rows == 0 || hf_import_get_n_rows (import) < max_rows)
         && !g_cancellable_set_error_if_cancelled (cancellable, &failure)
         && hf_import_next (import, &row, &failure))
    {
      add_row (findings, import, &row, max_examples);
      hf_import_row_clear (&row);
    }
  if (failure == NULL)
    return g_steal_pointer (&findings);
  g_propagate_error (error, failure);
  return NULL;
}
