#include "config.h"

#include "hf-query-model.h"

#include "hf-query-fetch.h"
#include "hf-query-items.h"
#include "hf-query-pages.h"

#define MAX_PAGES 40        /* kept beside those on screen */
#define MAX_PAGES_AT_ONCE 4 /* asked for together */
#define PAGE_OF(position) ((position) / HF_QUERY_MODEL_PAGE)

struct _HfQueryModel
{
  GObject parent_instance;

  HfStore *store;
  const HfQuery *query;
  gpointer filter;

  guint n_items;
  HfQueryItems *items;
  HfQueryPages *pages;
  GQueue wanted; /* the numbers of pages that are not there, latest first */

  GCancellable *fetching; /* NULL: nothing is under way */
  gboolean fetching_counts;
  gboolean stale; /* the count and every page */
  gboolean reset; /* the filter is another one, and none of the items stays */
  gboolean asked; /* a filter was set */
  gboolean ready; /* was counted once */
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
set_loading (HfQueryModel *self, gboolean loading)
{
  if (self->loading == loading)
    return;
  self->loading = loading;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LOADING]);
}

static void
set_error (HfQueryModel *self, GError *error)
{
  if (self->error == NULL && error == NULL)
    return;
  g_clear_error (&self->error);
  self->error = error;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ERROR]);
}

static void
want_page (HfQueryModel *self, guint number)
{
  g_queue_remove (&self->wanted, GUINT_TO_POINTER (number));
  g_queue_push_head (&self->wanted, GUINT_TO_POINTER (number));
  schedule (self);
}

static gpointer
record_at (GPtrArray *page, guint position)
{
  guint place = position % HF_QUERY_MODEL_PAGE;
  return place < page->len ? g_ptr_array_index (page, place) : NULL;
}

static void
keep_page (HfQueryModel *self, guint number, GPtrArray *page)
{
  hf_query_pages_put (self->pages, number, page);
  g_queue_remove (&self->wanted, GUINT_TO_POINTER (number));
  guint first = number * HF_QUERY_MODEL_PAGE;
  for (guint i = first; i < first + HF_QUERY_MODEL_PAGE; i++)
    {
      HfQueryItem *item = hf_query_items_get (self->items, i);
      if (item != NULL)
        hf_query_item_set_record (item, record_at (page, i));
    }
}

static void
add_watched_pages (HfQueryModel *self, HfQueryFetch *fetch)
{
  g_autoptr (GArray) numbers = hf_query_items_list_pages (self->items, HF_QUERY_MODEL_PAGE);
  for (guint i = 0; i < MIN (numbers->len, MAX_PAGES_AT_ONCE); i++)
    hf_query_fetch_add_page (fetch, g_array_index (numbers, guint, i));
}

/* A list that is scrolled fast leaves most of what it wanted behind. */
static void
add_wanted_pages (HfQueryModel *self, HfQueryFetch *fetch)
{
  for (GList *l = self->wanted.head; l != NULL;)
    {
      GList *next = l->next;
      guint number = GPOINTER_TO_UINT (l->data);
      if (!hf_query_items_any (self->items, number * HF_QUERY_MODEL_PAGE, HF_QUERY_MODEL_PAGE))
        g_queue_delete_link (&self->wanted, l);
      else if (fetch->numbers->len < MAX_PAGES_AT_ONCE)
        hf_query_fetch_add_page (fetch, number);
      l = next;
    }
}

static HfQueryFetch *
new_fetch (HfQueryModel *self)
{
  HfQueryFetch *fetch = hf_query_fetch_new (self->query, self->filter, HF_QUERY_MODEL_PAGE);
  fetch->counts = self->stale;
  fetch->resets = self->reset;
  if (self->reset)
    hf_query_fetch_add_page (fetch, 0);
  else if (self->stale)
    add_watched_pages (self, fetch);
  else
    add_wanted_pages (self, fetch);
  return fetch;
}

/* Whoever was shown while the answer was on its way. */
static void
want_what_is_missing (HfQueryModel *self)
{
  g_autoptr (GArray) numbers = hf_query_items_list_pages (self->items, HF_QUERY_MODEL_PAGE);
  for (guint i = 0; i < numbers->len; i++)
    {
      guint number = g_array_index (numbers, guint, i);
      if (hf_query_pages_get (self->pages, number) == NULL)
        want_page (self, number);
    }
}

static void
announce_count (HfQueryModel *self, guint before, gboolean resets)
{
  guint same = resets ? 0 : MIN (before, self->n_items);
  if (before > same || self->n_items > same)
    g_list_model_items_changed (G_LIST_MODEL (self), same, before - same, self->n_items - same);
  if (before != self->n_items)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_N_ITEMS]);
}

static void
take_answer (HfQueryModel *self, HfQueryFetch *fetch)
{
  guint before = self->n_items;
  if (fetch->counts)
    {
      self->n_items = MIN (fetch->count, G_MAXINT);
      self->ready = TRUE;
      hf_query_pages_clear (self->pages);
      hf_query_items_release (self->items, fetch->resets ? 0 : self->n_items);
    }
  for (guint i = 0; i < fetch->pages->len; i++)
    keep_page (self, g_array_index (fetch->numbers, guint, i),
               g_ptr_array_index (fetch->pages, i));
  if (fetch->counts)
    announce_count (self, before, fetch->resets);
  want_what_is_missing (self);
}

/* What comes back when the model may be gone. */
typedef struct
{
  GWeakRef model;
  GCancellable *cancellable;
  HfQueryFetch *fetch; /* borrowed: the task has it */
} Call;

static void
call_free (Call *call)
{
  g_weak_ref_clear (&call->model);
  g_object_unref (call->cancellable);
  g_free (call);
}
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Call, call_free)

/* A failure is not repeated by itself, but the next question asks for this, too. */
static void
ask_again_later (HfQueryModel *self, HfQueryFetch *fetch)
{
  self->stale = self->stale || fetch->counts;
  self->reset = self->reset || fetch->resets;
  g_queue_clear (&self->wanted);
}

static void
on_fetched (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Call) call = data;
  g_autoptr (HfQueryModel) self = g_weak_ref_get (&call->model);
  GError *error = NULL;
  gboolean done = hf_store_run_finish (HF_STORE (source), result, &error) != NULL;
  if (self == NULL || self->fetching != call->cancellable)
    {
      g_clear_error (&error);
      return;
    }
  g_clear_object (&self->fetching);
  if (done)
    take_answer (self, call->fetch);
  else
    ask_again_later (self, call->fetch);
  set_error (self, error);
  if (done)
    schedule (self);
  else
    set_loading (self, FALSE);
}

static void
start (HfQueryModel *self, HfQueryFetch *fetch)
{
  Call *call = g_new0 (Call, 1);
  self->fetching = g_cancellable_new ();
  self->fetching_counts = fetch->counts;
  g_weak_ref_init (&call->model, self);
  call->cancellable = g_object_ref (self->fetching);
  call->fetch = fetch;
  self->stale = FALSE;
  self->reset = FALSE;
  hf_store_run_async (self->store, HF_STORE_READ, hf_query_fetch_run, fetch,
                      hf_query_fetch_free, NULL, self->fetching, on_fetched, call);
}

static void
cancel (HfQueryModel *self)
{
  if (self->fetching == NULL)
    return;
  g_cancellable_cancel (self->fetching);
  g_clear_object (&self->fetching);
}

static gboolean
on_idle (gpointer data)
{
  HfQueryModel *self = data;
  self->source = 0;
  if (self->fetching != NULL)
    return G_SOURCE_REMOVE;
  HfQueryFetch *fetch = new_fetch (self);
  if (fetch->counts || fetch->numbers->len > 0)
    start (self, fetch);
  else
    hf_query_fetch_free (fetch);
  set_loading (self, self->fetching != NULL);
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
  HfQueryItem *item = hf_query_items_get (self->items, position);
  if (item != NULL)
    return g_object_ref (item);

  item = hf_query_items_add (self->items, position);
  GPtrArray *page = hf_query_pages_get (self->pages, PAGE_OF (position));
  if (page != NULL)
    hf_query_item_set_record (item, record_at (page, position));
  else
    want_page (self, PAGE_OF (position));
  return item;
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
  cancel (self);
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
  hf_query_items_free (self->items);
  hf_query_pages_free (self->pages);
  g_queue_clear (&self->wanted);
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
  self->items = hf_query_items_new ();
  self->pages = hf_query_pages_new (MAX_PAGES);
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
  g_queue_clear (&self->wanted);
  cancel (self);
  self->asked = TRUE;
  self->reset = TRUE;
  self->stale = TRUE;
  set_loading (self, TRUE);
  schedule (self);
}

/**
 * hf_query_model_reload:
 * @self: a model
 *
 * Asks the store again, as after a change or a failure. What is shown keeps its place, and a
 * question for pages of the state before is given up.
 */
void
hf_query_model_reload (HfQueryModel *self)
{
  if (!self->asked)
    return;
  /* A count under way may have come before the change, so it is followed by another. */
  if (!self->fetching_counts)
    cancel (self);
  self->stale = TRUE;
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
  return self->ready;
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
  HfQueryItem *item = hf_query_items_get (self->items, position);
  GPtrArray *page = hf_query_pages_get (self->pages, PAGE_OF (position));
  if (item != NULL && hf_query_item_get_record (item) != NULL)
    return hf_query_item_get_record (item);
  return page != NULL && position < self->n_items ? record_at (page, position) : NULL;
}
