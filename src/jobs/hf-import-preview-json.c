#include "config.h"

#include "hf-import-preview-json.h"

#include "hf-import-result-json.h"
#include "hf-json-members.h"
#include "hf-repair-preview.h"

static void
add_texts (JsonBuilder *builder, const char *name, const GStrv texts)
{
  if (name != NULL)
    json_builder_set_member_name (builder, name);
  json_builder_begin_array (builder);
  for (guint i = 0; texts != NULL && texts[i] != NULL; i++)
    json_builder_add_string_value (builder, texts[i]);
  json_builder_end_array (builder);
}

static void
add_lines (JsonBuilder *builder, const GPtrArray *top)
{
  hf_json_begin_array (builder, "lines");
  for (guint i = 0; i < top->len; i++)
    {
      const HfImportLine *line = top->pdata[i];
      json_builder_begin_object (builder);
      hf_json_add_count (builder, "row", line->number);
      add_texts (builder, "cells", line->cells);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
add_samples (JsonBuilder *builder, const HfImportPreview *self)
{
  hf_json_begin_object (builder, "encodings");
  for (int i = 0; i < HF_IMPORT_N_ENCODINGS; i++)
    hf_json_add_text (builder, hf_import_encodings[i], self->samples[i]);
  json_builder_end_object (builder);
}

static void
add_columns (JsonBuilder *builder, const HfImportPreview *self, HfImportProfile *profile)
{
  hf_json_begin_array (builder, "columns");
  for (gsize i = 0; i < self->fields->n_fields; i++)
    {
      const HfField *field = &self->fields->list[i];
      const char *heading = hf_import_profile_get_heading (profile, field->name);
      json_builder_begin_object (builder);
      hf_json_add_text (builder, "field", field->name);
      hf_json_add_text (builder, "label", hf_field_label (field));
      hf_json_add_text (builder, "heading", heading);
      hf_json_add_text (builder, "example", hf_import_preview_get_example (self, heading));
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
add_examples (JsonBuilder *builder, const GPtrArray *examples)
{
  hf_json_begin_array (builder, "examples");
  for (guint i = 0; i < examples->len; i++)
    {
      const HfRepairExample *example = examples->pdata[i];
      json_builder_begin_object (builder);
      hf_json_add_count (builder, "row", example->row);
      hf_json_add_text (builder, "heading", example->heading);
      hf_json_add_text (builder, "before", example->before);
      hf_json_add_text (builder, "after", example->after);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
add_repairs (JsonBuilder *builder, const GPtrArray *findings, HfImportProfile *profile)
{
  hf_json_begin_array (builder, "repairs");
  for (guint i = 0; i < findings->len; i++)
    {
      const HfRepairFinding *finding = findings->pdata[i];
      if (finding->count == 0)
        continue;
      json_builder_begin_object (builder);
      hf_json_add_text (builder, "repair", finding->repair->name);
      json_builder_set_member_name (builder, "on");
      json_builder_add_boolean_value (
          builder, hf_import_profile_get_repair (profile, finding->repair->name));
      hf_json_add_count (builder, "cells", finding->count);
      hf_json_add_count (builder, "lost", finding->n_lost);
      add_examples (builder, finding->examples);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

/**
 * hf_import_preview_to_json:
 * @self: what a spreadsheet looks like
 * @findings: (element-type HfRepairFinding): what the repairs would do to it, all of them on
 * @profile: how it would be read
 * @result: what a trial of the import did
 *
 * Writes how a file is read and what would happen as JSON, in an order that does not change.
 *
 * Returns: (transfer full): the text, indented, without a newline at its end
 */
char *
hf_import_preview_to_json (const HfImportPreview *self, const GPtrArray *findings,
                           HfImportProfile *profile, const HfImportResult *result)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  json_builder_begin_object (builder);
  hf_json_begin_object (builder, "reading");
  hf_json_add_text (builder, "encoding", self->encoding);
  if (self->encoding != NULL)
    add_samples (builder, self);
  hf_json_add_text (builder, "sheet", self->sheet);
  add_texts (builder, "sheets", self->sheets);
  hf_json_add_count (builder, "heading_row", MAX (self->header_row, 1));
  add_lines (builder, self->top);
  add_texts (builder, "headings", self->headings);
  hf_json_add_count (builder, "months", self->n_months);
  add_columns (builder, self, profile);
  add_repairs (builder, findings, profile);
  json_builder_end_object (builder);
  hf_import_result_build_json (result, builder);
  json_builder_end_object (builder);
  g_autoptr (JsonNode) root = json_builder_get_root (builder);
  return json_to_string (root, TRUE);
}
