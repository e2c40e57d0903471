#include "config.h"

#include "hf-query-selection.h"

/* Which records of a list over a query are selected, by their keys: a list that was read again
 * may have others at the same places. All of them are selected by a rule, not one by one. */
struct _HfQuerySelection
{
  GObject parent_instance;

  HfQueryModel *model;
  gboolean everything;
  GHashTable *keys; /* (element-type gint64): those selected; with everything, those not */
};

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void hf_query_selection_list_init (GListModelInterface *iface);
static void hf_query_selection_selection_init (GtkSelectionModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (HfQuerySelection, hf_query_selection, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL,
                                                      hf_query_selection_list_init)
                                   G_IMPLEMENT_INTERFACE (GTK_TYPE_SELECTION_MODEL,
                                                          hf_query_selection_selection_init))

static guint
count_items (HfQuerySelection *self)
{
  return self->model != NULL ? g_list_model_get_n_items (G_LIST_MODEL (self->model)) : 0;
}

static void
show_changed (HfQuerySelection *self)
{
  guint n_items = count_items (self);
  if (n_items > 0)
    gtk_selection_model_selection_changed (GTK_SELECTION_MODEL (self), 0, n_items);
}

static void
tell_changed (HfQuerySelection *self)
{
  show_changed (self);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
set_rule (HfQuerySelection *self, gboolean everything)
{
  g_hash_table_remove_all (self->keys);
  self->everything = everything;
}

static void
set_key (HfQuerySelection *self, gint64 key, gboolean selected)
{
  if (selected != self->everything)
    g_hash_table_add (self->keys, g_memdup2 (&key, sizeof key));
  else
    g_hash_table_remove (self->keys, &key);
}

/* Others may be at the same places. */
static void
on_loading (HfQuerySelection *self)
{
  if (!hf_query_model_is_loading (self->model))
    show_changed (self);
}

/* 0 where there is nothing. */
static gint64
key_at (HfQuerySelection *self, guint position)
{
  return self->model != NULL ? hf_query_model_get_key (self->model, position) : 0;
}

static void
on_items_changed (HfQuerySelection *self, guint position, guint removed, guint added)
{
  g_list_model_items_changed (G_LIST_MODEL (self), position, removed, added);
}

static GType
hf_query_selection_get_item_type (GListModel *list)
{
  return HF_TYPE_QUERY_ITEM;
}

static guint
hf_query_selection_get_n_items (GListModel *list)
{
  return count_items (HF_QUERY_SELECTION (list));
}

static gpointer
hf_query_selection_get_item (GListModel *list, guint position)
{
  HfQuerySelection *self = HF_QUERY_SELECTION (list);
  return self->model != NULL ? g_list_model_get_item (G_LIST_MODEL (self->model), position)
                             : NULL;
}

static void
hf_query_selection_list_init (GListModelInterface *iface)
{
  iface->get_item_type = hf_query_selection_get_item_type;
  iface->get_n_items = hf_query_selection_get_n_items;
  iface->get_item = hf_query_selection_get_item;
}

static gboolean
hf_query_selection_is_selected (GtkSelectionModel *model, guint position)
{
  HfQuerySelection *self = HF_QUERY_SELECTION (model);
  gint64 key = key_at (self, position);
  return self->everything != g_hash_table_contains (self->keys, &key);
}

static GtkBitset *
hf_query_selection_get_selection_in_range (GtkSelectionModel *model, guint position,
                                           guint n_items)
{
  HfQuerySelection *self = HF_QUERY_SELECTION (model);
  GtkBitset *selected = gtk_bitset_new_empty ();
  if (self->everything)
    gtk_bitset_add_range (selected, position, n_items);
  for (guint i = position; g_hash_table_size (self->keys) > 0 && i < position + n_items; i++)
    if (hf_query_selection_is_selected (model, i))
      gtk_bitset_add (selected, i);
    else
      gtk_bitset_remove (selected, i);
  return selected;
}

static gboolean
hf_query_selection_select_item (GtkSelectionModel *model, guint position,
                                gboolean unselect_rest)
{
  HfQuerySelection *self = HF_QUERY_SELECTION (model);
  gint64 key = key_at (self, position);
  if (key == 0)
    return FALSE;
  if (unselect_rest)
    set_rule (self, FALSE);
  set_key (self, key, TRUE);
  tell_changed (self);
  return TRUE;
}

static gboolean
hf_query_selection_unselect_item (GtkSelectionModel *model, guint position)
{
  HfQuerySelection *self = HF_QUERY_SELECTION (model);
  gint64 key = key_at (self, position);
  if (key == 0)
    return FALSE;
  set_key (self, key, FALSE);
  tell_changed (self);
  return TRUE;
}

static gboolean
hf_query_selection_select_range (GtkSelectionModel *model, guint position, guint n_items,
                                 gboolean unselect_rest)
{
  HfQuerySelection *self = HF_QUERY_SELECTION (model);
  if (n_items > HF_QUERY_SELECTION_MAX_SPAN)
    return FALSE;
  if (unselect_rest)
    set_rule (self, FALSE);
  for (guint i = position; i < MIN (position + n_items, count_items (self)); i++)
    set_key (self, key_at (self, i), TRUE);
  tell_changed (self);
  return TRUE;
}

static gboolean
hf_query_selection_unselect_range (GtkSelectionModel *model, guint position, guint n_items)
{
  HfQuerySelection *self = HF_QUERY_SELECTION (model);
  if (n_items > HF_QUERY_SELECTION_MAX_SPAN)
    return FALSE;
  for (guint i = position; i < MIN (position + n_items, count_items (self)); i++)
    set_key (self, key_at (self, i), FALSE);
  tell_changed (self);
  return TRUE;
}

static gboolean
hf_query_selection_select_all (GtkSelectionModel *model)
{
  HfQuerySelection *self = HF_QUERY_SELECTION (model);
  set_rule (self, TRUE);
  tell_changed (self);
  return TRUE;
}

static gboolean
hf_query_selection_unselect_all (GtkSelectionModel *model)
{
  HfQuerySelection *self = HF_QUERY_SELECTION (model);
  if (!self->everything && g_hash_table_size (self->keys) == 0)
    return TRUE;
  set_rule (self, FALSE);
  tell_changed (self);
  return TRUE;
}

static void
hf_query_selection_selection_init (GtkSelectionModelInterface *iface)
{
  iface->is_selected = hf_query_selection_is_selected;
  iface->get_selection_in_range = hf_query_selection_get_selection_in_range;
  iface->select_item = hf_query_selection_select_item;
  iface->unselect_item = hf_query_selection_unselect_item;
  iface->select_range = hf_query_selection_select_range;
  iface->unselect_range = hf_query_selection_unselect_range;
  iface->select_all = hf_query_selection_select_all;
  iface->unselect_all = hf_query_selection_unselect_all;
}

static void
hf_query_selection_dispose (GObject *object)
{
  HfQuerySelection *self = HF_QUERY_SELECTION (object);
  if (self->model != NULL)
    g_signal_handlers_disconnect_by_data (self->model, self);
  g_clear_object (&self->model);
  G_OBJECT_CLASS (hf_query_selection_parent_class)->dispose (object);
}

static void
hf_query_selection_finalize (GObject *object)
{
  g_hash_table_unref (HF_QUERY_SELECTION (object)->keys);
  G_OBJECT_CLASS (hf_query_selection_parent_class)->finalize (object);
}

static void
hf_query_selection_class_init (HfQuerySelectionClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = hf_query_selection_dispose;
  object_class->finalize = hf_query_selection_finalize;

  /**
   * HfQuerySelection::changed:
   *
   * Others are selected; "selection-changed" also comes when their rows are read.
   */
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass),
                                          G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                                          0);
}

static void
hf_query_selection_init (HfQuerySelection *self)
{
  self->keys = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
}

/**
 * hf_query_selection_new:
 * @model: the list
 *
 * Makes a selection in which nothing is selected.
 *
 * Returns: (transfer full): the selection
 */
HfQuerySelection *
hf_query_selection_new (HfQueryModel *model)
{
  HfQuerySelection *self = g_object_new (HF_TYPE_QUERY_SELECTION, NULL);
  self->model = g_object_ref (model);
  g_signal_connect_swapped (model, "items-changed", G_CALLBACK (on_items_changed), self);
  g_signal_connect_swapped (model, "notify::loading", G_CALLBACK (on_loading), self);
  return self;
}

/**
 * hf_query_selection_count:
 * @self: a selection
 *
 * Counts what is selected.
 *
 * Returns: how many records
 */
gint64
hf_query_selection_count (HfQuerySelection *self)
{
  gint64 n_keys = g_hash_table_size (self->keys);
  return self->everything ? MAX (0, (gint64) count_items (self) - n_keys) : n_keys;
}

/**
 * hf_query_selection_get_only:
 * @self: a selection
 *
 * Tells which record is selected where it is one alone.
 *
 * Returns: its key, 0 for none or many
 */
gint64
hf_query_selection_get_only (HfQuerySelection *self)
{
  GHashTableIter iter;
  gpointer key;
  if (self->everything || g_hash_table_size (self->keys) != 1)
    return 0;
  g_hash_table_iter_init (&iter, self->keys);
  return g_hash_table_iter_next (&iter, &key, NULL) ? *(gint64 *) key : 0;
}

/**
 * hf_query_selection_is_everything:
 * @self: a selection
 *
 * Tells whether all of the list are selected, but for those that were then left out.
 *
 * Returns: whether they are
 */
gboolean
hf_query_selection_is_everything (HfQuerySelection *self)
{
  return self->everything;
}

/**
 * hf_query_selection_dup_keys:
 * @self: a selection
 *
 * Lists which records are selected or, with everything, which are not.
 *
 * Returns: (transfer full) (element-type gint64): their keys
 */
GArray *
hf_query_selection_dup_keys (HfQuerySelection *self)
{
  GArray *keys = g_array_new (FALSE, FALSE, sizeof (gint64));
  GHashTableIter iter;
  gpointer key;
  g_hash_table_iter_init (&iter, self->keys);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    g_array_append_val (keys, *(gint64 *) key);
  return keys;
}

/**
 * hf_query_selection_set_only:
 * @self: a selection
 * @key: a record's key, 0 for none
 *
 * Selects one record, wherever in the list it is.
 */
void
hf_query_selection_set_only (HfQuerySelection *self, gint64 key)
{
  if (key != 0 && hf_query_selection_get_only (self) == key)
    return;
  set_rule (self, FALSE);
  if (key != 0)
    set_key (self, key, TRUE);
  tell_changed (self);
}
