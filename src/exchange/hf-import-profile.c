#include "config.h"

#include "hf-import-profile-private.h"

#include <string.h>

#include "hf-profile-key.h"
#include "hf-text.h"

struct _HfImportProfile
{
  GObject parent_instance;

  GKeyFile *file; /* what is saved; the rest is for looking up */
  HfReadOptions options;
  char *encoding;
  char *delimiter;
  char *sheet;
  GHashTable *headings; /* field's name -> heading */
  GHashTable *values;   /* field's name -> (their text -> ours) */
  GHashTable *reasons;  /* their text -> code */
};

G_DEFINE_FINAL_TYPE (HfImportProfile, hf_import_profile, G_TYPE_OBJECT)

G_DEFINE_QUARK (hf_import_profile_error, hf_import_profile_error)

static GHashTable *
new_text_map (void)
{
  return g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
}

/* A text is known as it is written, which is quick, and folded. */
static void
remember (GHashTable *map, const char *theirs, const char *ours)
{
  g_hash_table_insert (map, hf_text_fold (theirs), g_strdup (ours));
  g_hash_table_insert (map, g_strdup (theirs), g_strdup (ours));
}

static const char *
look_up (GHashTable *map, const char *theirs)
{
  const char *ours = g_hash_table_lookup (map, theirs);
  if (ours != NULL)
    return ours;
  g_autofree char *folded = hf_text_fold (theirs);
  return g_hash_table_lookup (map, folded);
}

static GHashTable *
ensure_values (HfImportProfile *self, const char *field)
{
  GHashTable *map = g_hash_table_lookup (self->values, field);
  if (map == NULL)
    {
      map = new_text_map ();
      g_hash_table_insert (self->values, g_strdup (field), map);
    }
  return map;
}

static void
hf_import_profile_finalize (GObject *object)
{
  HfImportProfile *self = HF_IMPORT_PROFILE (object);
  g_key_file_unref (self->file);
  g_free (self->encoding);
  g_free (self->delimiter);
  g_free (self->sheet);
  g_hash_table_unref (self->headings);
  g_hash_table_unref (self->values);
  g_hash_table_unref (self->reasons);
  G_OBJECT_CLASS (hf_import_profile_parent_class)->finalize (object);
}

static void
hf_import_profile_class_init (HfImportProfileClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = hf_import_profile_finalize;
}

static void
hf_import_profile_init (HfImportProfile *self)
{
  self->file = g_key_file_new ();
  self->headings = new_text_map ();
  self->values = g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                        (GDestroyNotify) g_hash_table_unref);
  self->reasons = new_text_map ();
}

/**
 * hf_import_profile_new:
 *
 * Makes a profile that knows no column yet.
 *
 * Returns: (transfer full): a profile
 */
HfImportProfile *
hf_import_profile_new (void)
{
  return g_object_new (HF_TYPE_IMPORT_PROFILE, NULL);
}

static void
read_options (HfImportProfile *self)
{
  const char *group = HF_IMPORT_PROFILE_FILE;
  g_free (self->encoding);
  g_free (self->delimiter);
  g_free (self->sheet);
  self->encoding = g_key_file_get_string (self->file, group, "encoding", NULL);
  self->delimiter = g_key_file_get_string (self->file, group, "delimiter", NULL);
  self->sheet = g_key_file_get_string (self->file, group, "sheet", NULL);
  self->options = (HfReadOptions){
    .encoding = self->encoding,
    .delimiter = self->delimiter,
    .sheet = self->sheet,
    .header_row = g_key_file_get_uint64 (self->file, group, "header-row", NULL),
  };
}

static void
read_group (HfImportProfile *self, const char *group)
{
  g_auto (GStrv) keys = g_key_file_get_keys (self->file, group, NULL, NULL);
  for (gsize i = 0; keys != NULL && keys[i] != NULL; i++)
    {
      g_autofree char *value = g_key_file_get_string (self->file, group, keys[i], NULL);
      g_autofree char *text = hf_profile_key_unescape (keys[i]);
      if (strcmp (group, HF_IMPORT_PROFILE_COLUMNS) == 0)
        g_hash_table_insert (self->headings, g_strdup (keys[i]), g_steal_pointer (&value));
      else if (strcmp (group, HF_IMPORT_PROFILE_REASONS) == 0)
        remember (self->reasons, text, value);
      else if (g_str_has_prefix (group, HF_IMPORT_PROFILE_VALUES))
        remember (ensure_values (self, group + strlen (HF_IMPORT_PROFILE_VALUES)), text, value);
    }
}

HfImportProfile *
hf_import_profile_new_from_key_file (GKeyFile *file)
{
  HfImportProfile *self = hf_import_profile_new ();
  g_key_file_unref (self->file);
  self->file = g_key_file_ref (file);
  read_options (self);
  g_auto (GStrv) groups = g_key_file_get_groups (file, NULL);
  for (gsize i = 0; groups[i] != NULL; i++)
    read_group (self, groups[i]);
  return self;
}

/**
 * hf_import_profile_copy:
 * @self: a profile
 *
 * Makes another one that says the same, for another thread.
 *
 * Returns: (transfer full): the copy
 */
HfImportProfile *
hf_import_profile_copy (HfImportProfile *self)
{
  gsize length;
  g_autofree char *text = g_key_file_to_data (self->file, &length, NULL);
  g_autoptr (GKeyFile) file = g_key_file_new ();
  g_key_file_load_from_data (file, text, length, G_KEY_FILE_KEEP_COMMENTS, NULL);
  return hf_import_profile_new_from_key_file (file);
}

/**
 * hf_import_profile_save:
 * @self: a profile
 * @path: where to
 * @error: (nullable): #GFileError
 *
 * Writes a profile, whole or not at all; comments that were loaded are kept.
 *
 * Returns: whether it was written
 */
gboolean
hf_import_profile_save (HfImportProfile *self, const char *path, GError **error)
{
  return g_key_file_save_to_file (self->file, path, error);
}

/**
 * hf_import_profile_get_options:
 * @self: a profile
 *
 * Tells how the file is to be read.
 *
 * Returns: the options, which live until they are set again
 */
const HfReadOptions *
hf_import_profile_get_options (HfImportProfile *self)
{
  return &self->options;
}

static void
set_option (HfImportProfile *self, const char *key, const char *value)
{
  if (value != NULL && *value != '\0')
    g_key_file_set_string (self->file, HF_IMPORT_PROFILE_FILE, key, value);
  else
    g_key_file_remove_key (self->file, HF_IMPORT_PROFILE_FILE, key, NULL);
}

/**
 * hf_import_profile_set_options:
 * @self: a profile
 * @options: how the file is to be read; what is empty is found out from the file
 *
 * Sets how the file is to be read.
 */
void
hf_import_profile_set_options (HfImportProfile *self, const HfReadOptions *options)
{
  g_autofree char *row = options->header_row > 0 ? g_strdup_printf ("%u", options->header_row)
                                                 : NULL;
  set_option (self, "encoding", options->encoding);
  set_option (self, "delimiter", options->delimiter);
  set_option (self, "sheet", options->sheet);
  set_option (self, "header-row", row);
  read_options (self);
}

/**
 * hf_import_profile_has_headings:
 * @self: a profile
 *
 * Tells whether it says of any column what it is.
 *
 * Returns: whether it does
 */
gboolean
hf_import_profile_has_headings (HfImportProfile *self)
{
  return g_hash_table_size (self->headings) > 0;
}

/**
 * hf_import_profile_get_heading:
 * @self: a profile
 * @field: a field's name
 *
 * Tells which column has a field.
 *
 * Returns: (nullable): their heading, %NULL where no column has it
 */
const char *
hf_import_profile_get_heading (HfImportProfile *self, const char *field)
{
  return g_hash_table_lookup (self->headings, field);
}

/**
 * hf_import_profile_set_heading:
 * @self: a profile
 * @field: a field's name
 * @heading: (nullable): their heading; %NULL to leave the field out
 *
 * Sets which column has a field.
 */
void
hf_import_profile_set_heading (HfImportProfile *self, const char *field, const char *heading)
{
  if (heading == NULL)
    {
      g_hash_table_remove (self->headings, field);
      g_key_file_remove_key (self->file, HF_IMPORT_PROFILE_COLUMNS, field, NULL);
      return;
    }
  g_hash_table_insert (self->headings, g_strdup (field), g_strdup (heading));
  g_key_file_set_string (self->file, HF_IMPORT_PROFILE_COLUMNS, field, heading);
}

/**
 * hf_import_profile_find_strange:
 * @self: a profile
 * @fields: (array length=n_fields): the fields that there are
 * @n_fields: how many
 *
 * Looks for a field of the profile that there is not: a custom one that is out of use by now,
 * or belongs to another database.
 *
 * Returns: (nullable): its name, %NULL where all are there
 */
const char *
hf_import_profile_find_strange (HfImportProfile *self, const HfField *fields, gsize n_fields)
{
  GHashTableIter iter;
  gpointer name;
  g_hash_table_iter_init (&iter, self->headings);
  while (g_hash_table_iter_next (&iter, &name, NULL))
    if (hf_field_find (fields, n_fields, name) == NULL)
      return name;
  return NULL;
}

/**
 * hf_import_profile_has_values:
 * @self: a profile
 * @field: a field's name
 *
 * Tells whether any value of a field is mapped.
 *
 * Returns: whether one is
 */
gboolean
hf_import_profile_has_values (HfImportProfile *self, const char *field)
{
  return g_hash_table_contains (self->values, field);
}

/**
 * hf_import_profile_map_value:
 * @self: a profile
 * @field: a field's name
 * @theirs: a cell's text
 *
 * Finds what a value means here.
 *
 * Returns: (nullable): our value, perhaps empty for "not known"; %NULL where it is not mapped
 *   and goes on unchanged
 */
const char *
hf_import_profile_map_value (HfImportProfile *self, const char *field, const char *theirs)
{
  GHashTable *map = g_hash_table_lookup (self->values, field);
  return map != NULL ? look_up (map, theirs) : NULL;
}

/**
 * hf_import_profile_set_value:
 * @self: a profile
 * @field: a field's name
 * @theirs: their value, not empty
 * @ours: our value, empty for "not known"
 *
 * Maps a value.
 */
void
hf_import_profile_set_value (HfImportProfile *self, const char *field, const char *theirs,
                             const char *ours)
{
  g_return_if_fail (*theirs != '\0');
  g_autofree char *group = g_strconcat (HF_IMPORT_PROFILE_VALUES, field, NULL);
  g_autofree char *key = hf_profile_key_escape (theirs);
  g_key_file_set_string (self->file, group, key, ours);
  remember (ensure_values (self, field), theirs, ours);
}

/**
 * hf_import_profile_map_reason:
 * @self: a profile
 * @theirs: a cell's text
 *
 * Finds the code of a reason.
 *
 * Returns: (nullable): the code's identifier, %NULL where the text is not mapped
 */
const char *
hf_import_profile_map_reason (HfImportProfile *self, const char *theirs)
{
  return look_up (self->reasons, theirs);
}

/**
 * hf_import_profile_set_reason:
 * @self: a profile
 * @theirs: their reason, not empty
 * @code: a code's identifier
 *
 * Maps a reason.
 */
void
hf_import_profile_set_reason (HfImportProfile *self, const char *theirs, const char *code)
{
  g_return_if_fail (*theirs != '\0');
  g_autofree char *key = hf_profile_key_escape (theirs);
  g_key_file_set_string (self->file, HF_IMPORT_PROFILE_REASONS, key, code);
  remember (self->reasons, theirs, code);
}

/**
 * hf_import_profile_get_year:
 * @self: a profile
 *
 * Tells of which year headings are that name a month alone.
 *
 * Returns: the year, 0 where it is not known
 */
guint
hf_import_profile_get_year (HfImportProfile *self)
{
  return g_key_file_get_uint64 (self->file, HF_IMPORT_PROFILE_FILE, HF_IMPORT_PROFILE_YEAR,
                                NULL);
}

/**
 * hf_import_profile_set_year:
 * @self: a profile
 * @year: the year, 0 where it is not known
 *
 * Sets of which year headings are that name a month alone.
 */
void
hf_import_profile_set_year (HfImportProfile *self, guint year)
{
  g_autofree char *value = year > 0 ? g_strdup_printf ("%u", year) : NULL;
  set_option (self, HF_IMPORT_PROFILE_YEAR, value);
}

/**
 * hf_import_profile_get_repair:
 * @self: a profile
 * @name: a repair's name
 *
 * Tells whether a repair is on, as each is that was not switched off.
 *
 * Returns: whether it is
 */
gboolean
hf_import_profile_get_repair (HfImportProfile *self, const char *name)
{
  g_autofree char *value = g_key_file_get_string (self->file, HF_IMPORT_PROFILE_REPAIRS, name,
                                                  NULL);
  return g_strcmp0 (value, "off") != 0;
}

/**
 * hf_import_profile_set_repair:
 * @self: a profile
 * @name: a repair's name
 * @is_on: whether it is to be made
 *
 * Switches a repair on or off.
 */
void
hf_import_profile_set_repair (HfImportProfile *self, const char *name, gboolean is_on)
{
  g_key_file_set_string (self->file, HF_IMPORT_PROFILE_REPAIRS, name, is_on ? "on" : "off");
}

/**
 * hf_import_profile_get_date_order:
 * @self: a profile
 *
 * Tells in which order day, month and year stand where the days do not tell it themselves.
 *
 * Returns: the order, perhaps unknown
 */
HfDateOrder
hf_import_profile_get_date_order (HfImportProfile *self)
{
  g_autofree char *value = g_key_file_get_string (self->file, HF_IMPORT_PROFILE_REPAIRS,
                                                  HF_IMPORT_PROFILE_DATE_ORDER, NULL);
  return hf_date_order_parse (value);
}

/**
 * hf_import_profile_set_date_order:
 * @self: a profile
 * @order: an order; unknown where the days are to tell it
 *
 * Sets in which order day, month and year stand.
 */
void
hf_import_profile_set_date_order (HfImportProfile *self, HfDateOrder order)
{
  const char *name = hf_date_order_name (order);
  if (name != NULL)
    g_key_file_set_string (self->file, HF_IMPORT_PROFILE_REPAIRS, HF_IMPORT_PROFILE_DATE_ORDER,
                           name);
  else
    g_key_file_remove_key (self->file, HF_IMPORT_PROFILE_REPAIRS, HF_IMPORT_PROFILE_DATE_ORDER,
                           NULL);
}
