#include "config.h"

#include "hf-import-result-json.h"

#include "hf-json-members.h"
#include "hf-repaired-json.h"

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
 * hf_import_result_build_json:
 * @self: a result
 * @builder: in an object
 *
 * Adds what an import did, in an order that does not change.
 */
void
hf_import_result_build_json (const HfImportResult *self, JsonBuilder *builder)
{
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
  hf_import_result_build_json (self, builder);
  json_builder_end_object (builder);
  g_autoptr (JsonNode) root = json_builder_get_root (builder);
  return json_to_string (root, TRUE);
}
