#include "config.h"

#include "hf-store.h"

#include <string.h>

#include "hf-db-location.h"
#include "hf-store-error-private.h"
#include "hf-store-private.h"
#include "hf-store-session-private.h"
#include "hf-text.h"

#define MAX_READERS 3

enum
{
  SIGNAL_CHANGED,
  SIGNAL_ONLINE,
  SIGNAL_DRAFT_LOST,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (HfStore, hf_store, G_TYPE_OBJECT)

/* What is told where the store was opened. */
typedef struct
{
  GWeakRef store;
  guint signal;
  guint value;
} News;

static gboolean
tell (gpointer data)
{
  News *news = data;
  g_autoptr (HfStore) store = g_weak_ref_get (&news->store);
  if (store != NULL)
    g_signal_emit (store, signals[news->signal], 0, news->value);
  return G_SOURCE_REMOVE;
}

static void
news_free (gpointer data)
{
  News *news = data;
  g_weak_ref_clear (&news->store);
  g_free (news);
}

static void
send_news (HfStore *self, guint signal, guint value)
{
  News *news = g_new0 (News, 1);
  g_weak_ref_init (&news->store, self);
  news->signal = signal;
  news->value = value;
  /* Attached, never invoked: a context that nobody iterates just now would run it here. */
  g_autoptr (GSource) source = g_idle_source_new ();
  g_source_set_priority (source, G_PRIORITY_DEFAULT);
  g_source_set_callback (source, tell, news, news_free);
  g_source_attach (source, self->context);
}

/**
 * hf_store_announce:
 * @self: a store
 * @topics: #HfStoreTopics, 0 for none
 *
 * Has "changed" emitted where the store was opened.
 */
void
hf_store_announce (HfStore *self, guint topics)
{
  if (topics != 0)
    send_news (self, SIGNAL_CHANGED, topics);
}

/**
 * hf_store_set_online:
 * @self: a store
 * @online: whether its server was just reached
 *
 * Notes whether the server can be reached, and tells it where that is news; after an absence
 * everything may have changed.
 *
 * Returns: whether it is news
 */
gboolean
hf_store_set_online (HfStore *self, gboolean online)
{
  g_mutex_lock (&self->online_mutex);
  gboolean news = self->online != online;
  self->online = online;
  g_mutex_unlock (&self->online_mutex);
  if (news)
    send_news (self, SIGNAL_ONLINE, online);
  if (news && online)
    hf_store_announce (self, HF_STORE_ALL);
  return news;
}

/**
 * hf_store_set_draft_lost:
 * @self: a store
 * @lost: whether a draft could not be kept just now
 *
 * Notes whether what is being typed is kept, and tells it where that is news.
 */
void
hf_store_set_draft_lost (HfStore *self, gboolean lost)
{
  g_mutex_lock (&self->online_mutex);
  gboolean news = self->draft_lost != lost;
  self->draft_lost = lost;
  g_mutex_unlock (&self->online_mutex);
  if (news)
    send_news (self, SIGNAL_DRAFT_LOST, lost);
}

/**
 * hf_store_make_db:
 * @self: a store
 * @error: (nullable): %HF_DB_ERROR
 *
 * Makes another connection to the store's database, which is not open yet.
 *
 * Returns: (transfer full) (nullable): the connection
 */
HfDb *
hf_store_make_db (HfStore *self, GError **error)
{
  HfDb *db = hf_db_new_for (self->uri, error);
  if (db != NULL && self->password != NULL)
    hf_db_set_password (db, self->password);
  return db;
}

static HfDb *
take_reader (HfStore *self, GError **error)
{
  HfDb *reader = g_async_queue_try_pop (self->readers);
  if (reader != NULL)
    return reader;
  reader = hf_store_make_db (self, error);
  if (reader == NULL || hf_db_open (reader, HF_DB_OPEN_READ, error))
    return reader;
  g_object_unref (reader);
  return NULL;
}

static void
interrupt_db (GCancellable *cancellable, gpointer db)
{
  hf_db_interrupt (db);
}

/* Lets @func work on @db and stops it when @cancellable says so. */
static gpointer
call_func (HfStoreSession *session, HfStoreFunc func, gpointer input, GError **error)
{
  gulong handler = 0;
  if (session->cancellable != NULL)
    handler = g_cancellable_connect (session->cancellable, G_CALLBACK (interrupt_db),
                                     session->db, NULL);
  gpointer result = func (session, input, error);
  if (handler != 0)
    g_cancellable_disconnect (session->cancellable, handler);
  return result;
}

static gpointer
run_reading (HfStore *self, HfStoreFunc func, gpointer input, GCancellable *cancellable,
             GError **error)
{
  HfDb *reader = take_reader (self, error);
  if (reader == NULL)
    return NULL;
  HfStoreSession session = {
    .db = reader, .cancellable = cancellable, .staff_id = self->staff_id, .desk = self->desk
  };
  gpointer result = NULL;
  /* One state of the data for the whole work, whatever others store meanwhile. */
  if (hf_db_begin_read (reader, error))
    {
      result = call_func (&session, func, input, error);
      hf_db_rollback (reader);
    }
  g_async_queue_push (self->readers, reader);
  return result;
}

/* Where the server was lost meanwhile, it is asked afterwards what it has done. */
static gboolean
commit (HfStore *self, gboolean patient, GError **error)
{
  GError *local = NULL;
  gboolean committed = hf_db_commit (self->writer, &local);
  if (g_error_matches (local, HF_DB_ERROR, HF_DB_ERROR_UNCERTAIN)
      && hf_store_ask_commit (self, patient, &committed))
    local->code = HF_DB_ERROR_CONNECTION;
  if (committed)
    g_clear_error (&local);
  if (local != NULL)
    g_propagate_error (error, local);
  return committed;
}

/* Commits or rolls back, and tells whether the result counts. */
static gboolean
end_writing (HfStore *self, const HfStoreSession *session, gboolean done, gboolean patient,
             GError **error)
{
  if (done && !session->discarded && commit (self, patient, error))
    {
      hf_store_announce (self, session->topics);
      return TRUE;
    }
  hf_db_rollback (self->writer);
  return done && session->discarded;
}

static gpointer
run_writing (HfStore *self, HfStoreFunc func, gpointer input, GCancellable *cancellable,
             HfStoreTry *attempt, GError **error)
{
  HfStoreSession session = { .db = self->writer,
                             .cancellable = cancellable,
                             .staff_id = self->staff_id,
                             .desk = self->desk,
                             .free_result = attempt->free_result };
  if (!hf_db_begin (self->writer, error))
    {
      attempt->begun = FALSE;
      return NULL;
    }
  gpointer result = call_func (&session, func, input, error);
  if (!end_writing (self, &session, result != NULL, attempt->patient, error))
    {
      attempt->begun = !session.repeatable;
      hf_store_session_undo (&session);
      if (result != NULL && session.free_result != NULL)
        session.free_result (result);
      result = NULL;
    }
  hf_store_session_clear (&session);
  return result;
}

static gpointer
run_on_writer (HfStore *self, HfStoreFunc func, gpointer input, GCancellable *cancellable,
               HfStoreTry *attempt, GError **error)
{
  g_mutex_lock (&self->writer_mutex);
  gpointer result = NULL;
  if (self->writer == NULL)
    g_set_error_literal (error, HF_STORE_ERROR, HF_STORE_ERROR_OFFLINE, "the store is closed");
  else
    result = run_writing (self, func, input, cancellable, attempt, error);
  g_mutex_unlock (&self->writer_mutex);
  return result;
}

/**
 * hf_store_try:
 * @self: a store
 * @access: whether the work writes
 * @func: the work
 * @input: what @func is given
 * @cancellable: (nullable): stops the work
 * @attempt: how it is tried, and how far that came
 * @error: (nullable): %HF_STORE_ERROR, or what @func set
 *
 * Does a piece of work once, on this thread.
 *
 * Returns: (transfer full): what @func gave
 */
gpointer
hf_store_try (HfStore *self, HfStoreAccess access, HfStoreFunc func, gpointer input,
              GCancellable *cancellable, HfStoreTry *attempt, GError **error)
{
  GError *local = NULL;
  gpointer result = NULL;
  attempt->begun = TRUE;
  if (g_cancellable_is_cancelled (cancellable))
    g_set_error_literal (&local, HF_STORE_ERROR, HF_STORE_ERROR_CANCELLED, "cancelled");
  else if (access == HF_STORE_READ && self->shared && self->writer != NULL)
    result = run_reading (self, func, input, cancellable, &local);
  else
    result = run_on_writer (self, func, input, cancellable, attempt, &local);
  hf_store_error_translate (&local);
  if (local != NULL)
    g_propagate_error (error, local);
  return result;
}

/**
 * hf_store_run:
 * @self: a store
 * @access: whether the work writes
 * @func: the work
 * @input: what @func is given
 * @cancellable: (nullable): stops the work, which then changes nothing
 * @error: (nullable): %HF_STORE_ERROR, or what @func set
 *
 * Does a piece of work and waits for it: for command lines and tests, never for a window.
 *
 * Returns: (transfer full): what @func gave
 */
gpointer
hf_store_run (HfStore *self, HfStoreAccess access, HfStoreFunc func, gpointer input,
              GCancellable *cancellable, GError **error)
{
  HfStoreTry attempt = { .patient = FALSE };
  return hf_store_try (self, access, func, input, cancellable, &attempt, error);
}

/**
 * hf_store_get_uri:
 * @self: a store
 *
 * Tells which database it is.
 *
 * Returns: a path, or a connection string of libpq
 */
const char *
hf_store_get_uri (HfStore *self)
{
  return self->uri;
}

/**
 * hf_store_is_online:
 * @self: a store
 *
 * Tells whether the database could be reached when it was last used.
 *
 * Returns: whether it could; always for a file
 */
gboolean
hf_store_is_online (HfStore *self)
{
  g_mutex_lock (&self->online_mutex);
  gboolean online = self->online;
  g_mutex_unlock (&self->online_mutex);
  return online;
}

/**
 * hf_store_set_staff_id:
 * @self: a store
 * @staff_id: a member of staff's key, 0 for nobody
 *
 * Says who works at this desk from now on: the change log names them, and which calls are
 * theirs changes.
 */
void
hf_store_set_staff_id (HfStore *self, gint64 staff_id)
{
  gboolean other = self->staff_id != staff_id;
  self->staff_id = staff_id;
  if (other)
    hf_store_announce (self, HF_STORE_QUEUE);
}

/**
 * hf_store_set_desk:
 * @self: a store
 * @desk: tells this desk from all others
 *
 * Says which desk this is, where it is not that of the machine's user.
 */
void
hf_store_set_desk (HfStore *self, gint64 desk)
{
  self->desk = desk;
}

/* Wakes what waits for the server, which fails then. */
static void
stop_waiting (HfStore *self)
{
  g_mutex_lock (&self->online_mutex);
  self->closing = TRUE;
  g_cond_broadcast (&self->online_cond);
  g_mutex_unlock (&self->online_mutex);
}

static void
close_store (HfStore *self, gboolean wait)
{
  stop_waiting (self);
  if (self->writer_pool != NULL)
    g_thread_pool_free (g_steal_pointer (&self->writer_pool), FALSE, wait);
  if (self->reader_pool != NULL)
    g_thread_pool_free (g_steal_pointer (&self->reader_pool), FALSE, wait);
  HfDb *reader;
  while ((reader = g_async_queue_try_pop (self->readers)) != NULL)
    g_object_unref (reader);
  g_clear_object (&self->writer);
}

/**
 * hf_store_close:
 * @self: a store
 *
 * Waits for what is being saved, then closes every connection; later work fails, and so does
 * what waits for a server that is away.
 */
void
hf_store_close (HfStore *self)
{
  close_store (self, TRUE);
}

static void
hf_store_finalize (GObject *object)
{
  HfStore *self = HF_STORE (object);
  /* Work under way holds a reference, so there is none; and this may be a worker's thread. */
  close_store (self, FALSE);
  g_async_queue_unref (self->readers);
  g_main_context_unref (self->context);
  g_mutex_clear (&self->writer_mutex);
  g_mutex_clear (&self->online_mutex);
  g_cond_clear (&self->online_cond);
  g_free (self->uri);
  hf_text_free_secret (self->password);
  G_OBJECT_CLASS (hf_store_parent_class)->finalize (object);
}

static void
hf_store_class_init (HfStoreClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = hf_store_finalize;

  /**
   * HfStore::changed:
   * @self: a store
   * @topics: #HfStoreTopics
   *
   * Something was saved.
   */
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass),
                                          G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                                          1, G_TYPE_UINT);

  /**
   * HfStore::online:
   * @self: a store
   * @online: 1 or 0
   *
   * The server can be reached again, or cannot be reached any more.
   */
  signals[SIGNAL_ONLINE] = g_signal_new ("online", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                         0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT);

  /**
   * HfStore::draft-lost:
   * @self: a store
   * @lost: 1 or 0
   *
   * What is being typed could not be kept, as on a full disk, or is kept again.
   */
  signals[SIGNAL_DRAFT_LOST] = g_signal_new ("draft-lost", G_TYPE_FROM_CLASS (klass),
                                             G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                             G_TYPE_NONE, 1, G_TYPE_UINT);
}

/* The same after a restart, so that whoever was interrupted can go on. */
static gint64
desk_of_user (void)
{
  g_autofree char *who = g_strdup_printf ("%s\n%s", g_get_host_name (), g_get_user_name ());
  g_autofree char *sum = g_compute_checksum_for_string (G_CHECKSUM_SHA256, who, -1);
  return (gint64) (g_ascii_strtoull (sum + strlen (sum) - 15, NULL, 16) | 1);
}

static void
hf_store_init (HfStore *self)
{
  g_mutex_init (&self->writer_mutex);
  g_mutex_init (&self->online_mutex);
  g_cond_init (&self->online_cond);
  self->online = TRUE;
  self->desk = desk_of_user ();
  self->readers = g_async_queue_new_full (g_object_unref);
  self->context = g_main_context_ref_thread_default ();
  hf_store_make_pools (self, MAX_READERS);
}
