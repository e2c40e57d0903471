#include "config.h"

#include "hf-import-result.h"

#include "hf-json-members.h"
#include "hf-repaired-json.h"

static void
rejection_free (gpointer data)
{
  HfImportRejection *rejection = data;
  g_free (rejection->field);
  g_free (rejection->why);
  g_free (rejection);
}

static void
add (GPtrArray *rows, guint row, const char *field, const char *why)
{
  if (rows->len == HF_IMPORT_MAX_REJECTIONS)
    return;
  HfImportRejection *rejection = g_new0 (HfImportRejection, 1);
  rejection->row = row;
  rejection->field = g_strdup (field);
  rejection->why = g_strdup (why);
  g_ptr_array_add (rows, rejection);
}

/**
 * hf_import_result_new:
 *
 * Makes the result of an import that has not read anything yet.
 *
 * Returns: (transfer full): a result
 */
HfImportResult *
hf_import_result_new (void)
{
  HfImportResult *self = g_new0 (HfImportResult, 1);
  self->rejections = g_ptr_array_new_with_free_func (rejection_free);
  self->taken = g_ptr_array_new_with_free_func ((GDestroyNotify) hf_import_taken_unref);
  self->kept = g_ptr_array_new_with_free_func (rejection_free);
  self->duplicates = g_ptr_array_new_with_free_func ((GDestroyNotify) hf_import_duplicate_free);
  return self;
}

/**
 * hf_import_result_free:
 * @self: (transfer full): a result
 *
 * Frees it.
 */
void
hf_import_result_free (HfImportResult *self)
{
  g_ptr_array_unref (self->rejections);
  g_ptr_array_unref (self->taken);
  g_ptr_array_unref (self->kept);
  g_ptr_array_unref (self->duplicates);
  g_free (self);
}

/**
 * hf_import_result_reject:
 * @self: a result
 * @row: in the file, from 1
 * @field: (nullable): the name of the field at fault, %NULL for the whole row
 * @why: in the user's language
 *
 * Counts a row that was not imported, and keeps why where there are not too many.
 */
void
hf_import_result_reject (HfImportResult *self, guint row, const char *field, const char *why)
{
  self->count.rejected++;
  add (self->rejections, row, field, why);
}

/**
 * hf_import_result_keep:
 * @self: a result
 * @row: in the file, from 1
 * @field: the name of a field
 * @why: in the user's language
 *
 * Counts a cell that was not taken though its row was, and keeps why where there are not too
 * many.
 */
void
hf_import_result_keep (HfImportResult *self, guint row, const char *field, const char *why)
{
  self->n_kept++;
  add (self->kept, row, field, why);
}

/**
 * hf_import_result_add_duplicate:
 * @self: a result
 * @duplicate: (transfer full): a row that is like one that is known
 *
 * Counts it, and keeps it where there are not too many.
 */
void
hf_import_result_add_duplicate (HfImportResult *self, HfImportDuplicate *duplicate)
{
  self->n_alike[duplicate->likeness]++;
  if (duplicate->in_file && duplicate->likeness == HF_IMPORT_SAME_CODE)
    {
      if (self->n_repeated < HF_IMPORT_MAX_REPEATED)
        self->repeated[self->n_repeated] = duplicate->row;
      self->n_repeated++;
    }
  if (self->duplicates->len < HF_IMPORT_MAX_DUPLICATES)
    g_ptr_array_add (self->duplicates, duplicate);
  else
    hf_import_duplicate_free (duplicate);
}

/**
 * hf_import_result_set_taken:
 * @self: a result
 * @taken: (transfer full) (element-type HfImportTaken): texts
 *
 * Says what texts of the file were taken for.
 */
void
hf_import_result_set_taken (HfImportResult *self, GPtrArray *taken)
{
  g_ptr_array_unref (self->taken);
  self->taken = taken;
}

static void
add_taken (JsonBuilder *builder, const GPtrArray *all)
{
  hf_json_begin_array (builder, "taken");
  for (guint i = 0; i < all->len; i++)
    {
      const HfImportTaken *taken = all->pdata[i];
      json_builder_begin_object (builder);
      hf_json_add_text (builder, "field", taken->field);
      hf_json_add_text (builder, "text", taken->theirs);
      hf_json_add_text (builder, "for", *taken->ours != '\0' ? taken->ours : NULL);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
add_alike (JsonBuilder *builder, const HfImportResult *result)
{
  hf_json_begin_object (builder, "alike");
  for (int i = 0; i < HF_IMPORT_N_LIKENESSES; i++)
    hf_json_add_count (builder, hf_import_likenesses[i].name, result->n_alike[i]);
  json_builder_end_object (builder);
}

static void
add_duplicates (JsonBuilder *builder, const GPtrArray *duplicates)
{
  hf_json_begin_array (builder, "duplicates");
  for (guint i = 0; i < duplicates->len; i++)
    {
      const HfImportDuplicate *duplicate = duplicates->pdata[i];
      json_builder_begin_object (builder);
      hf_json_add_count (builder, "row", duplicate->row);
      hf_json_add_text (builder, "same", hf_import_likenesses[duplicate->likeness].name);
      hf_json_add_text (
          builder, duplicate->likeness == HF_IMPORT_SAME_COMPLAINT ? "complaint" : "customer",
          duplicate->known_code);
      hf_json_add_text (builder, "done", hf_import_policies[duplicate->policy].name);
      json_builder_set_member_name (builder, "in_file");
      json_builder_add_boolean_value (builder, duplicate->in_file);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
add_rejections (JsonBuilder *builder, const char *name, const GPtrArray *rejections)
{
  hf_json_begin_array (builder, name);
  for (guint i = 0; i < rejections->len; i++)
    {
      const HfImportRejection *rejection = rejections->pdata[i];
      json_builder_begin_object (builder);
      hf_json_add_count (builder, "row", rejection->row);
      hf_json_add_text (builder, "field", rejection->field);
      hf_json_add_text (builder, "why", rejection->why);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

/**
 * hf_import_result_to_json:
 * @self: a result
 *
 * Writes a result as JSON, in an order that does not change.
 *
 * Returns: (transfer full): the text, indented, without a newline at its end
 */
char *
hf_import_result_to_json (const HfImportResult *self)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  json_builder_begin_object (builder);
  hf_json_add_count (builder, "read", self->count.read);
  hf_json_add_count (builder, "created", self->count.created);
  hf_json_add_count (builder, "updated", self->count.updated);
  hf_json_add_count (builder, "skipped", self->count.skipped);
  hf_repaired_json_build (&self->repaired, builder);
  add_taken (builder, self->taken);
  add_alike (builder, self);
  hf_json_add_count (builder, "repeated", self->n_repeated);
  add_duplicates (builder, self->duplicates);
  add_rejections (builder, "kept", self->kept);
  add_rejections (builder, "rejected", self->rejections);
  json_builder_end_object (builder);
  g_autoptr (JsonNode) root = json_builder_get_root (builder);
  return json_to_string (root, TRUE);
}
