#include "config.h"

#include "hf-query-model.h"

#include "hf-query-flight.h"
#include "hf-query-shelf.h"

#define MAX_PAGES 40        /* kept beside those on screen */
#define MANY 10000          /* to put so many in order takes longer than to read a page */
#define MAX_PAGES_AT_ONCE 4 /* asked for together */

struct _HfQueryModel
{
  GObject parent_instance;

  HfStore *store;
  const HfQuery *query;
  gpointer filter;

  guint n_items;
  GArray *keys; /* (element-type gint64): of all records; NULL before the first answer */
  HfQueryShelf *shelf;

  HfQueryFlight *fetching; /* of pages; NULL: nothing is under way */
  HfQueryFlight *sorting;  /* of the keys, beside which pages are read on; NULL */
  gboolean starts;         /* the first page is wanted before the keys */
  gboolean starting;       /* and is what is being fetched */
  gboolean stale;          /* the keys and every page */
  gboolean reset;          /* the filter is another one, and none of the items stays */
  gboolean asked;          /* a filter was set */
  HfQueryAnswer answer;
  gboolean loading;
  GError *error;
  guint source;
};

enum
{
  PROP_N_ITEMS = 1,
  PROP_LOADING,
  PROP_ERROR,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static void hf_query_model_list_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (HfQueryModel, hf_query_model, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL,
                                                      hf_query_model_list_init))

static void schedule (HfQueryModel *self);

static void
show_loading (HfQueryModel *self)
{
  gboolean loading = self->fetching != NULL || self->sorting != NULL || self->source != 0;
  if (self->loading == loading)
    return;
  self->loading = loading;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LOADING]);
}

static HfQueryFetch *
new_fetch (HfQueryModel *self, HfQueryFetchKind kind)
{
  HfQueryFetch *fetch = hf_query_fetch_new (kind, self->query, self->filter,
                                            HF_QUERY_MODEL_PAGE);
  if (kind == HF_QUERY_FETCH_PAGES)
    {
      fetch->keys = g_array_ref (self->keys);
      hf_query_shelf_ask_wanted (self->shelf, fetch, MAX_PAGES_AT_ONCE);
      return fetch;
    }
  fetch->resets = self->reset;
  if (!self->reset)
    hf_query_shelf_ask_watched (self->shelf, fetch, MAX_PAGES_AT_ONCE);
  if (self->reset || self->answer == HF_QUERY_ANSWER_BEGUN)
    hf_query_fetch_add_page (fetch, 0);
  self->reset = FALSE;
  self->stale = FALSE;
  self->starts = FALSE;
  self->starting = kind == HF_QUERY_FETCH_START;
  return fetch;
}

/* Whoever was shown while the answer was on its way. */
static void
want_what_is_missing (HfQueryModel *self)
{
  if (hf_query_shelf_want_missing (self->shelf))
    schedule (self);
}

static void
announce_count (HfQueryModel *self, guint before, gboolean anew)
{
  guint same = anew ? 0 : MIN (before, self->n_items);
  if (before > same || self->n_items > same)
    g_list_model_items_changed (G_LIST_MODEL (self), same, before - same, self->n_items - same);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_N_ITEMS]);
}

static void
take_list (HfQueryModel *self, HfQueryFetch *fetch)
{
  guint before = self->n_items;
  self->n_items = MIN (fetch->keys->len, G_MAXINT);
  /* What does not fill a page is all there is. */
  gboolean whole = fetch->kind == HF_QUERY_FETCH_KEYS || self->n_items < HF_QUERY_MODEL_PAGE;
  self->answer = whole ? HF_QUERY_ANSWER_WHOLE : HF_QUERY_ANSWER_BEGUN;
  self->stale = self->stale || !whole;
  g_clear_pointer (&self->keys, g_array_unref);
  self->keys = g_array_ref (fetch->keys);
  /* What is on screen is not made anew for other records: that takes longer than a frame may.
   */
  gboolean anew = fetch->resets && !hf_query_shelf_has_view (self->shelf);
  hf_query_shelf_clear (self->shelf, anew ? 0 : self->n_items);
  if (fetch->resets)
    hf_query_shelf_clear_records (self->shelf);
  hf_query_shelf_keep (self->shelf, fetch);
  announce_count (self, before, anew);
}

static void
take_answer (HfQueryModel *self, HfQueryFetch *fetch)
{
  if (fetch->kind != HF_QUERY_FETCH_PAGES)
    take_list (self, fetch);
  else if (fetch->keys == self->keys)
    hf_query_shelf_keep (self->shelf, fetch);
  want_what_is_missing (self);
}

/* A failure is not repeated by itself, but the next question asks for this, too. */
static void
ask_again_later (HfQueryModel *self, HfQueryFetch *fetch)
{
  self->stale = self->stale || fetch->kind != HF_QUERY_FETCH_PAGES;
  self->reset = self->reset || fetch->resets;
  hf_query_shelf_forget_wanted (self->shelf);
}

static HfQueryFlight **
get_flight (HfQueryModel *self, HfQueryFetchKind kind)
{
  return kind == HF_QUERY_FETCH_KEYS ? &self->sorting : &self->fetching;
}

static void
on_landed (gpointer model, HfQueryFetch *fetch, const GError *error)
{
  g_autoptr (HfQueryModel) self = g_object_ref (model);
  gboolean news = self->error != NULL || error != NULL;
  *get_flight (self, fetch->kind) = NULL;
  self->starting = self->starting && fetch->kind != HF_QUERY_FETCH_START;
  if (error == NULL)
    take_answer (self, fetch);
  else
    ask_again_later (self, fetch);
  g_clear_error (&self->error);
  self->error = error != NULL ? g_error_copy (error) : NULL;
  if (news)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ERROR]);
  if (error == NULL)
    schedule (self);
  else
    show_loading (self);
}

static void
start (HfQueryModel *self, HfQueryFetch *fetch)
{
  *get_flight (self, fetch->kind) = hf_query_flight_start (self->store, fetch, on_landed, self);
}

static void
cancel_all (HfQueryModel *self)
{
  g_clear_pointer (&self->fetching, hf_query_flight_cancel);
  g_clear_pointer (&self->sorting, hf_query_flight_cancel);
  self->starting = FALSE;
}

static void
read_wanted (HfQueryModel *self)
{
  HfQueryFetch *fetch = new_fetch (self, HF_QUERY_FETCH_PAGES);
  if (fetch->numbers->len > 0)
    start (self, fetch);
  else
    hf_query_fetch_free (fetch);
}

static gboolean
on_idle (gpointer data)
{
  HfQueryModel *self = data;
  self->source = 0;
  if (self->starts && self->fetching == NULL)
    start (self, new_fetch (self, HF_QUERY_FETCH_START));
  else if (self->stale && !self->starts && !self->starting && self->sorting == NULL)
    start (self, new_fetch (self, HF_QUERY_FETCH_KEYS));
  if (self->keys != NULL && self->fetching == NULL)
    read_wanted (self);
  show_loading (self);
  return G_SOURCE_REMOVE;
}

/* Once for whatever a list asks for at one go. */
static void
schedule (HfQueryModel *self)
{
  if (self->source == 0)
    self->source = g_idle_add_full (G_PRIORITY_DEFAULT, on_idle, self, NULL);
}

static void
on_changed (HfQueryModel *self, guint topics)
{
  if ((topics & self->query->topics) != 0)
    hf_query_model_reload (self);
}

static GType
hf_query_model_get_item_type (GListModel *list)
{
  return HF_TYPE_QUERY_ITEM;
}

static guint
hf_query_model_get_n_items (GListModel *list)
{
  return HF_QUERY_MODEL (list)->n_items;
}

static gpointer
hf_query_model_get_item (GListModel *list, guint position)
{
  HfQueryModel *self = HF_QUERY_MODEL (list);
  if (position >= self->n_items)
    return NULL;
  schedule (self);
  return hf_query_shelf_get_item (self->shelf, position);
}

static void
hf_query_model_list_init (GListModelInterface *iface)
{
  iface->get_item_type = hf_query_model_get_item_type;
  iface->get_n_items = hf_query_model_get_n_items;
  iface->get_item = hf_query_model_get_item;
}

static void
hf_query_model_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  HfQueryModel *self = HF_QUERY_MODEL (object);
  switch (id)
    {
    case PROP_N_ITEMS:
      g_value_set_uint (value, self->n_items);
      break;
    case PROP_LOADING:
      g_value_set_boolean (value, self->loading);
      break;
    case PROP_ERROR:
      g_value_set_boxed (value, self->error);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
hf_query_model_dispose (GObject *object)
{
  HfQueryModel *self = HF_QUERY_MODEL (object);
  cancel_all (self);
  g_clear_handle_id (&self->source, g_source_remove);
  g_clear_object (&self->store);
  G_OBJECT_CLASS (hf_query_model_parent_class)->dispose (object);
}

static void
hf_query_model_finalize (GObject *object)
{
  HfQueryModel *self = HF_QUERY_MODEL (object);
  if (self->filter != NULL)
    self->query->free_filter (self->filter);
  g_clear_pointer (&self->keys, g_array_unref);
  hf_query_shelf_free (self->shelf);
  g_clear_error (&self->error);
  G_OBJECT_CLASS (hf_query_model_parent_class)->finalize (object);
}

static void
hf_query_model_class_init (HfQueryModelClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = hf_query_model_get_property;
  object_class->dispose = hf_query_model_dispose;
  object_class->finalize = hf_query_model_finalize;

  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;
  properties[PROP_N_ITEMS] = g_param_spec_uint ("n-items", NULL, NULL, 0, G_MAXUINT, 0, flags);
  properties[PROP_LOADING] = g_param_spec_boolean ("loading", NULL, NULL, FALSE, flags);
  properties[PROP_ERROR] = g_param_spec_boxed ("error", NULL, NULL, G_TYPE_ERROR, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
hf_query_model_init (HfQueryModel *self)
{
  self->shelf = hf_query_shelf_new (HF_QUERY_MODEL_PAGE, MAX_PAGES);
}

/**
 * hf_query_model_new:
 * @store: a store
 * @query: what to ask it; lives as long as the program
 *
 * Makes a list of #HfQueryItem over a query, which holds in memory only what is near to what is
 * looked at. It is empty until a filter is set.
 *
 * Returns: (transfer full): the model
 */
HfQueryModel *
hf_query_model_new (HfStore *store, const HfQuery *query)
{
  HfQueryModel *self = g_object_new (HF_TYPE_QUERY_MODEL, NULL);
  self->store = g_object_ref (store);
  self->query = query;
  g_signal_connect_object (store, "changed", G_CALLBACK (on_changed), self, G_CONNECT_SWAPPED);
  return self;
}

/**
 * hf_query_model_set_filter:
 * @self: a model
 * @filter: (nullable): which records, in which order; copied
 *
 * Shows other records. Those before stay until the store has answered.
 */
void
hf_query_model_set_filter (HfQueryModel *self, gconstpointer filter)
{
  if (self->filter != NULL)
    self->query->free_filter (self->filter);
  self->filter = filter != NULL ? self->query->copy_filter (filter) : NULL;
  cancel_all (self);
  self->asked = TRUE;
  self->reset = TRUE;
  self->stale = TRUE;
  self->answer = HF_QUERY_ANSWER_AWAITED;
  self->starts = self->query->starts_quickly != NULL
                 && self->query->starts_quickly (self->filter);
  want_what_is_missing (self);
  schedule (self);
  show_loading (self);
}

/**
 * hf_query_model_reload:
 * @self: a model
 *
 * Asks the store again, as after a change or a failure. What is shown keeps its place, and a
 * question for pages of the state before is given up. The records of a very long list come
 * first, and then their order.
 */
void
hf_query_model_reload (HfQueryModel *self)
{
  if (!self->asked)
    return;
  /* What is being sorted may be of before the change, so it is followed by another. */
  self->stale = TRUE;
  if (!self->starting)
    g_clear_pointer (&self->fetching, hf_query_flight_cancel);
  if (self->n_items > MANY)
    {
      hf_query_shelf_clear_pages (self->shelf);
      want_what_is_missing (self);
    }
  schedule (self);
}

/**
 * hf_query_model_is_loading:
 * @self: a model
 *
 * Tells whether a question is under way.
 *
 * Returns: whether it is
 */
gboolean
hf_query_model_is_loading (HfQueryModel *self)
{
  return self->loading;
}

/**
 * hf_query_model_is_ready:
 * @self: a model
 *
 * Tells whether the store has answered at least once: before, "none" is not known yet.
 *
 * Returns: whether it has
 */
gboolean
hf_query_model_is_ready (HfQueryModel *self)
{
  return self->keys != NULL;
}

/**
 * hf_query_model_get_answer:
 * @self: a model
 *
 * Tells how much of what was asked for last is shown.
 *
 * Returns: how much
 */
HfQueryAnswer
hf_query_model_get_answer (HfQueryModel *self)
{
  return self->answer;
}

/**
 * hf_query_model_get_error:
 * @self: a model
 *
 * Gives what went wrong with the last question.
 *
 * Returns: (transfer none) (nullable): the error
 */
const GError *
hf_query_model_get_error (HfQueryModel *self)
{
  return self->error;
}

/**
 * hf_query_model_set_view:
 * @self: a model
 * @first: a place
 * @count: how many places, 0 for all there are
 *
 * Tells what is on screen: only items there are given records, and they stay when the filter
 * becomes another one. By itself a model takes all for seen, and makes new items then.
 */
void
hf_query_model_set_view (HfQueryModel *self, guint first, guint count)
{
  hf_query_shelf_set_view (self->shelf, first, count);
}

/**
 * hf_query_model_get_key:
 * @self: a model
 * @position: a place
 *
 * Tells the key of the record at a place, whether the record is read or not.
 *
 * Returns: the key, 0 where there is none
 */
gint64
hf_query_model_get_key (HfQueryModel *self, guint position)
{
  return position < self->n_items ? g_array_index (self->keys, gint64, position) : 0;
}

/**
 * hf_query_model_peek:
 * @self: a model
 * @position: a place
 *
 * Gives the record at a place where it is known, and asks for nothing.
 *
 * Returns: (transfer none) (nullable): the record
 */
gpointer
hf_query_model_peek (HfQueryModel *self, guint position)
{
  return position < self->n_items ? hf_query_shelf_peek (self->shelf, position) : NULL;
}
