#include "config.h"

#include "hf-desk.h"

#include "hf-settings.h"
#include "hf-staff.h"
#include "hf-store-staff.h"

/**
 * hf_desk_get_staff_id:
 * @database: a database's path
 *
 * Tells who was said to work at this desk with a database.
 *
 * Returns: the key of a member of staff, who may be gone; 0 where nobody was named
 */
gint64
hf_desk_get_staff_id (const char *database)
{
  gint64 id = 0;
  g_autoptr (GSettings) settings = hf_settings_new ();
  if (settings == NULL)
    return 0;
  g_autoptr (GVariant) desks = g_settings_get_value (settings, HF_SETTINGS_DESK_STAFF);
  g_variant_lookup (desks, database, "x", &id);
  return id;
}

static void
remember (const char *database, gint64 staff_id)
{
  g_autoptr (GSettings) settings = hf_settings_new ();
  if (settings == NULL)
    return;
  g_autoptr (GVariant) desks = g_settings_get_value (settings, HF_SETTINGS_DESK_STAFF);
  GVariantIter iter;
  GVariantBuilder builder;
  const char *other;
  gint64 id;
  g_variant_builder_init (&builder, G_VARIANT_TYPE ("a{sx}"));
  g_variant_iter_init (&iter, desks);
  while (g_variant_iter_next (&iter, "{&sx}", &other, &id))
    if (g_strcmp0 (other, database) != 0)
      g_variant_builder_add (&builder, "{sx}", other, id);
  if (staff_id != 0)
    g_variant_builder_add (&builder, "{sx}", database, staff_id);
  g_settings_set_value (settings, HF_SETTINGS_DESK_STAFF, g_variant_builder_end (&builder));
}

/* The file of that name may be another one by now, which does not know them. */
static gpointer
find_staff (HfStoreSession *session, gpointer wanted, GError **error)
{
  g_autoptr (GPtrArray) staff = hf_store_staff_list (session, error);
  for (guint i = 0; staff != NULL && i < staff->len; i++)
    {
      HfStaff *member = g_ptr_array_index (staff, i);
      if (member->id == *(gint64 *) wanted)
        return g_object_ref (member);
    }
  return NULL;
}

static void
on_found (GObject *source, GAsyncResult *result, gpointer data)
{
  HfStore *store = HF_STORE (source);
  g_autoptr (GTask) task = data;
  g_autoptr (HfStaff) staff = hf_store_run_finish (store, result, NULL);
  if (staff != NULL && staff->active)
    hf_store_set_staff_id (store, staff->id);
  g_task_return_boolean (task, TRUE);
}

/**
 * hf_desk_restore_async:
 * @store: a store that was just opened
 * @cancellable: (nullable): ends the waiting
 * @callback: called once it is said
 * @data: for @callback
 *
 * Says to a store who works at this desk, as it was said the last time. What is saved before
 * that is nobody's.
 */
void
hf_desk_restore_async (HfStore *store, GCancellable *cancellable, GAsyncReadyCallback callback,
                       gpointer data)
{
  gint64 id = hf_desk_get_staff_id (hf_store_get_uri (store));
  g_autoptr (GTask) task = g_task_new (store, cancellable, callback, data);
  if (id == 0)
    g_task_return_boolean (task, TRUE);
  else
    hf_store_run_async (store, HF_STORE_READ, find_staff, g_memdup2 (&id, sizeof id), g_free,
                        g_object_unref, NULL, on_found, g_steal_pointer (&task));
}

/**
 * hf_desk_restore_finish:
 * @result: of hf_desk_restore_async()
 *
 * Tells whether the store was waited for; who is not known, or could not be looked for, is
 * nobody.
 *
 * Returns: %FALSE where the waiting was ended
 */
gboolean
hf_desk_restore_finish (GAsyncResult *result)
{
  return g_task_propagate_boolean (G_TASK (result), NULL);
}

/**
 * hf_desk_choose:
 * @store: a store
 * @staff_id: the key of a member of staff, 0 for nobody
 *
 * Says who works at this desk from now on, and remembers it for this database.
 */
void
hf_desk_choose (HfStore *store, gint64 staff_id)
{
  hf_store_set_staff_id (store, staff_id);
  remember (hf_store_get_uri (store), staff_id);
}
