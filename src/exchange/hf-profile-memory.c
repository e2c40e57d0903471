#include "config.h"

#include "hf-profile-memory.h"

#include <errno.h>
#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <string.h>

#include "hf-paths.h"
#include "hf-rejects.h"
#include "hf-text.h"

/* So many signs of the fingerprint are in a file's name. */
#define FINGERPRINT_LENGTH 32

struct _HfProfileMemory
{
  char *folder;
};

/**
 * hf_profile_memory_new:
 * @folder: (nullable): where the profiles are, %NULL for the user's own
 *
 * Opens a memory; the folder is made when there is something to keep.
 *
 * Returns: (transfer full): a memory
 */
HfProfileMemory *
hf_profile_memory_new (const char *folder)
{
  HfProfileMemory *self = g_new0 (HfProfileMemory, 1);
  self->folder = folder != NULL ? g_strdup (folder) : hf_paths_dup_profile_memory ();
  return self;
}

/**
 * hf_profile_memory_free:
 * @self: (transfer full): a memory
 *
 * Lets it go.
 */
void
hf_profile_memory_free (HfProfileMemory *self)
{
  g_free (self->folder);
  g_free (self);
}

/**
 * hf_profile_memory_is_empty:
 * @self: a memory
 *
 * Tells whether nothing is remembered, so that a file's headings need not be read for it.
 *
 * Returns: whether nothing is
 */
gboolean
hf_profile_memory_is_empty (HfProfileMemory *self)
{
  g_autoptr (GDir) folder = g_dir_open (self->folder, 0, NULL);
  return folder == NULL || g_dir_read_name (folder) == NULL;
}

static int
compare (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/* The same headings have the same fingerprint in whatever order and case. */
static char *
make_fingerprint (const char *const *headings)
{
  g_autoptr (GPtrArray) folded = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GChecksum) sum = g_checksum_new (G_CHECKSUM_SHA256);
  for (guint i = 0; headings[i] != NULL; i++)
    if (!hf_text_is_blank (headings[i]) && !g_str_has_prefix (headings[i], HF_REJECTS_MARK))
      g_ptr_array_add (folded, hf_text_fold (headings[i]));
  g_ptr_array_sort (folded, compare);
  for (guint i = 0; i < folded->len; i++)
    g_checksum_update (sum, folded->pdata[i], strlen (folded->pdata[i]) + 1);
  return g_strndup (g_checksum_get_string (sum), FINGERPRINT_LENGTH);
}

static char *
make_path (HfProfileMemory *self, const HfImportEntity *entity, const char *const *headings)
{
  g_autofree char *fingerprint = make_fingerprint (headings);
  g_autofree char *name = g_strdup_printf ("%s-%s.ini", entity->name, fingerprint);
  return g_build_filename (self->folder, name, NULL);
}

/* Encoding, sheet and year are the next file's own. */
static void
drop_options (HfImportProfile *profile)
{
  static const HfReadOptions found_out = { 0 };
  hf_import_profile_set_options (profile, &found_out);
  hf_import_profile_set_year (profile, 0);
}

/**
 * hf_profile_memory_recall:
 * @self: a memory
 * @entity: what the rows become
 * @headings: (array zero-terminated=1): a file's headings
 * @kept_at: (out): when it was remembered, microseconds since 1970, UTC
 *
 * Finds the profile by which a file with these headings was imported last. One that cannot be
 * read is as good as none.
 *
 * Returns: (transfer full) (nullable): the profile
 */
HfImportProfile *
hf_profile_memory_recall (HfProfileMemory *self, const HfImportEntity *entity,
                          const char *const *headings, gint64 *kept_at)
{
  gsize n_fields;
  const HfField *fields = entity->list_fields (&n_fields);
  g_autofree char *path = make_path (self, entity, headings);
  g_autoptr (GError) error = NULL;
  GStatBuf status;
  if (g_stat (path, &status) != 0)
    return NULL;
  HfImportProfile *profile = hf_import_profile_load (path, fields, n_fields, &error);
  if (profile == NULL)
    {
      g_debug ("%s: %s", path, error->message);
      return NULL;
    }
  drop_options (profile);
  *kept_at = (gint64) status.st_mtime * G_USEC_PER_SEC;
  return profile;
}

/**
 * hf_profile_memory_recall_any:
 * @self: a memory
 * @entity: (out): what the rows became
 * @headings: (array zero-terminated=1): a file's headings
 * @kept_at: (out): when it was remembered, microseconds since 1970, UTC
 *
 * Finds the profile by which a file with these headings was imported last, as whatever it was.
 *
 * Returns: (transfer full) (nullable): the profile
 */
HfImportProfile *
hf_profile_memory_recall_any (HfProfileMemory *self, const HfImportEntity **entity,
                              const char *const *headings, gint64 *kept_at)
{
  guint n_entities;
  const HfImportEntity *const *entities = hf_import_entity_list (&n_entities);
  g_autoptr (HfImportProfile) last = NULL;
  for (guint i = 0; i < n_entities; i++)
    {
      gint64 at = 0;
      g_autoptr (HfImportProfile) profile = hf_profile_memory_recall (self, entities[i],
                                                                      headings, &at);
      if (profile == NULL || (last != NULL && at <= *kept_at))
        continue;
      g_set_object (&last, profile);
      *entity = entities[i];
      *kept_at = at;
    }
  return g_steal_pointer (&last);
}

/**
 * hf_profile_memory_keep:
 * @self: a memory
 * @entity: what the rows became
 * @headings: (array zero-terminated=1): the file's headings
 * @profile: by which it was imported
 * @error: (nullable): #GFileError
 *
 * Remembers a profile for the next file with these headings.
 *
 * Returns: whether it is kept
 */
gboolean
hf_profile_memory_keep (HfProfileMemory *self, const HfImportEntity *entity,
                        const char *const *headings, HfImportProfile *profile, GError **error)
{
  g_autofree char *path = make_path (self, entity, headings);
  g_mkdir_with_parents (self->folder, 0700);
  return hf_import_profile_save (profile, path, error);
}

/**
 * hf_profile_memory_forget:
 * @self: a memory
 * @entity: what the rows became
 * @headings: (array zero-terminated=1): a file's headings
 * @error: (nullable): #GFileError
 *
 * Forgets the profile for these headings, if there is one.
 *
 * Returns: whether there is none any more
 */
gboolean
hf_profile_memory_forget (HfProfileMemory *self, const HfImportEntity *entity,
                          const char *const *headings, GError **error)
{
  g_autofree char *path = make_path (self, entity, headings);
  if (g_unlink (path) == 0 || errno == ENOENT)
    return TRUE;
  g_set_error (error, G_FILE_ERROR, g_file_error_from_errno (errno),
               /* Translators: the system's own words. */
               _ ("The import profile could not be forgotten: %s"), g_strerror (errno));
  return FALSE;
}
