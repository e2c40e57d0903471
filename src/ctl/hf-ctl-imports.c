#include "config.h"

#include <glib/gi18n.h>
#include <json-glib/json-glib.h>

#include "hf-ctl-command.h"
#include "hf-json-members.h"
#include "hf-repaired-json.h"
#include "hf-store-imports.h"
#include "hf-time.h"

static gpointer
list_imports (HfStoreSession *session, gpointer unused, GError **error)
{
  return hf_store_imports_list (session, error);
}

static void
add_moment (JsonBuilder *builder, const char *name, gint64 at)
{
  g_autofree char *moment = at != 0 ? hf_time_format_moment (at) : NULL;
  hf_json_add_text (builder, name, moment);
}

static void
add_import (JsonBuilder *builder, const HfImportRecord *import)
{
  HfRepairCounts repaired;
  hf_repair_counts_read (&repaired, import->repaired);
  json_builder_begin_object (builder);
  hf_json_add_count (builder, "import", import->id);
  hf_json_add_text (builder, "kind", import->kind);
  hf_json_add_text (builder, "file", import->file);
  add_moment (builder, "at", import->at);
  hf_json_add_text (builder, "staff", import->staff);
  hf_json_add_count (builder, "read", import->n_read);
  hf_json_add_count (builder, "created", import->n_created);
  hf_json_add_count (builder, "updated", import->n_updated);
  hf_json_add_count (builder, "skipped", import->n_skipped);
  hf_json_add_count (builder, "rejected", import->n_rejected);
  hf_repaired_json_build (&repaired, builder);
  add_moment (builder, "undone_at", import->undone_at);
  hf_json_add_text (builder, "undone_by", import->undone_by);
  json_builder_end_object (builder);
}

static void
print_json (const GPtrArray *imports)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  json_builder_begin_array (builder);
  for (guint i = 0; i < imports->len; i++)
    add_import (builder, imports->pdata[i]);
  json_builder_end_array (builder);
  g_autoptr (JsonNode) root = json_builder_get_root (builder);
  g_autofree char *text = json_to_string (root, TRUE);
  hf_ctl_print (text);
}

/* Tabs between the columns; what is undone has the moment at the end. */
static void
print_table (const GPtrArray *imports)
{
  hf_ctl_print (_ ("import\twhen\tkind\tfile\tcreated\tupdated\trejected\tundone"));
  for (guint i = 0; i < imports->len; i++)
    {
      const HfImportRecord *import = imports->pdata[i];
      g_autofree char *at = hf_time_format_moment (import->at);
      g_autofree char *undone = import->undone_at != 0
                                    ? hf_time_format_moment (import->undone_at)
                                    : g_strdup ("");
      g_autofree char *line = g_strdup_printf (
          "%" G_GINT64_FORMAT "\t%s\t%s\t%s\t%" G_GINT64_FORMAT "\t%" G_GINT64_FORMAT
          "\t%" G_GINT64_FORMAT "\t%s",
          import->id, at, import->kind, import->file, import->n_created, import->n_updated,
          import->n_rejected, undone);
      hf_ctl_print (line);
    }
}

static HfCtlStatus
run (HfCtlCall *call)
{
  gboolean json = FALSE;
  const GOptionEntry entries[] = {
    { "json", 0, 0, G_OPTION_ARG_NONE, &json, N_ ("Print the list as JSON"), NULL },
    { NULL },
  };
  HfCtlStatus status = HF_CTL_DONE;
  g_autoptr (GError) error = NULL;
  if (!hf_ctl_command_parse (&hf_ctl_imports, call, entries, &status))
    return status;
  g_autoptr (HfStore) store = hf_ctl_command_open (call, HF_STORE_OPEN_TO_READ, &status);
  if (store == NULL)
    return status;
  g_autoptr (GPtrArray) imports = hf_store_run (store, HF_STORE_READ, list_imports, NULL, NULL,
                                                &error);
  if (imports == NULL)
    return hf_ctl_say_failure (call->database, error);
  if (json)
    print_json (imports);
  else
    print_table (imports);
  return HF_CTL_DONE;
}

const HfCtlCommand hf_ctl_imports = {
  .name = "imports",
  .parameters = "[--json]",
  .summary = N_ ("Lists what was imported, the newest first."),
  .run = run,
};
