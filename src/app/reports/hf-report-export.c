#include "config.h"

#include "hf-report-export.h"

#include <gio/gio.h>

#include "hf-figures.h"
#include "hf-report-job.h"
#include "hf-text.h"
#include "hf-time.h"

/* One report that is being written: the work is done on the store's thread for reading, what is
 * told of it on the thread that made the export. */
struct _HfReportExport
{
  GObject parent_instance;

  HfStore *store;
  HfReportOrder *order;
  GCancellable *cancellable;
  GMainContext *context;
  gboolean replaces; /* there was a file before */

  GMutex mutex; /* for what follows */
  double fraction;
  char *what;
  gboolean told; /* the other thread is on its way to say it */
};

enum
{
  SIGNAL_PROGRESS,
  SIGNAL_FINISHED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (HfReportExport, hf_report_export, G_TYPE_OBJECT)

static gboolean
tell_progress (gpointer data)
{
  HfReportExport *self = data;
  g_mutex_lock (&self->mutex);
  double fraction = self->fraction;
  g_autofree char *what = g_steal_pointer (&self->what);
  self->told = FALSE;
  g_mutex_unlock (&self->mutex);
  g_signal_emit (self, signals[SIGNAL_PROGRESS], 0, fraction, what);
  return G_SOURCE_REMOVE;
}

/* Called on the worker's thread, far more often than anybody can look. */
static void
on_progress (double fraction, const char *what, gpointer data)
{
  HfReportExport *self = data;
  g_mutex_lock (&self->mutex);
  gboolean told = self->told;
  self->fraction = fraction;
  g_free (self->what);
  self->what = g_strdup (what);
  self->told = TRUE;
  g_mutex_unlock (&self->mutex);
  if (!told)
    {
      g_autoptr (GSource) source = g_idle_source_new ();
      g_source_set_callback (source, tell_progress, g_object_ref (self), g_object_unref);
      g_source_attach (source, self->context);
    }
}

static guint64
modified_at (const char *path)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GFileInfo) info = g_file_query_info (
      file, G_FILE_ATTRIBUTE_TIME_MODIFIED "," G_FILE_ATTRIBUTE_TIME_MODIFIED_USEC,
      G_FILE_QUERY_INFO_NONE, NULL, NULL);
  g_autoptr (GDateTime) moment = info != NULL ? g_file_info_get_modification_date_time (info)
                                              : NULL;
  return moment != NULL ? g_date_time_to_unix (moment) * G_USEC_PER_SEC
                              + g_date_time_get_microsecond (moment)
                        : 0;
}

static HfReportRequest *
make_request (HfReportExport *self)
{
  const HfReportOrder *order = self->order;
  HfReportRequest *request = hf_report_request_new (order->path, order->period);
  hf_text_set (&request->branch, order->branch);
  hf_text_set (&request->first_language, order->first_language);
  hf_text_set (&request->second_language, order->second_language);
  hf_text_set (&request->maker, order->maker);
  request->mask_phones = order->mask_phones;
  request->sheets = order->sheets;
  request->progress = on_progress;
  request->data = self;
  return request;
}

static gpointer
write_report (HfStoreSession *session, gpointer input, GError **error)
{
  HfReportExport *self = input;
  g_autoptr (HfReportRequest) request = make_request (self);
  self->replaces = g_file_test (self->order->path, G_FILE_TEST_EXISTS);
  g_autoptr (HfFigures) figures = hf_report_job_run (session, request, error);
  if (figures == NULL)
    return NULL;
  self->order->written = hf_time_now ();
  self->order->modified = modified_at (self->order->path);
  return HF_STORE_DONE;
}

static void
on_written (GObject *store, GAsyncResult *result, gpointer data)
{
  g_autoptr (HfReportExport) self = data;
  g_autoptr (GError) error = NULL;
  hf_store_run_finish (HF_STORE (store), result, &error);
  g_signal_emit (self, signals[SIGNAL_FINISHED], 0, error);
}

static void
hf_report_export_finalize (GObject *object)
{
  HfReportExport *self = HF_REPORT_EXPORT (object);
  g_object_unref (self->store);
  hf_report_order_free (self->order);
  g_object_unref (self->cancellable);
  g_main_context_unref (self->context);
  g_mutex_clear (&self->mutex);
  g_free (self->what);
  G_OBJECT_CLASS (hf_report_export_parent_class)->finalize (object);
}

static void
hf_report_export_class_init (HfReportExportClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = hf_report_export_finalize;

  /**
   * HfReportExport::progress:
   * @self: an export
   * @fraction: 0 to 1
   * @what: what is being written
   *
   * It got further.
   */
  signals[SIGNAL_PROGRESS] = g_signal_new ("progress", G_TYPE_FROM_CLASS (klass),
                                           G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                                           2, G_TYPE_DOUBLE, G_TYPE_STRING);

  /**
   * HfReportExport::finished:
   * @self: an export
   * @error: (nullable): why there is no report, %NULL where it is written
   *
   * It came to its end.
   */
  signals[SIGNAL_FINISHED] = g_signal_new ("finished", G_TYPE_FROM_CLASS (klass),
                                           G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                                           1, G_TYPE_ERROR);
}

static void
hf_report_export_init (HfReportExport *self)
{
  g_mutex_init (&self->mutex);
  self->cancellable = g_cancellable_new ();
  self->context = g_main_context_ref_thread_default ();
}

/**
 * hf_report_export_new:
 * @store: where the figures come from
 * @order: what to write, with its path
 *
 * Gets ready to write a report.
 *
 * Returns: (transfer full): the export
 */
HfReportExport *
hf_report_export_new (HfStore *store, const HfReportOrder *order)
{
  HfReportExport *self = g_object_new (HF_TYPE_REPORT_EXPORT, NULL);
  self->store = g_object_ref (store);
  self->order = hf_report_order_copy (order);
  return self;
}

/**
 * hf_report_export_start:
 * @self: an export
 *
 * Begins to write; #HfReportExport::finished tells when it is done. Until then the file at the
 * order's path is as it was.
 */
void
hf_report_export_start (HfReportExport *self)
{
  hf_store_run_async (self->store, HF_STORE_READ, write_report, g_object_ref (self),
                      g_object_unref, NULL, self->cancellable, on_written, g_object_ref (self));
}

/**
 * hf_report_export_cancel:
 * @self: an export
 *
 * Stops it; it leaves no file.
 */
void
hf_report_export_cancel (HfReportExport *self)
{
  g_cancellable_cancel (self->cancellable);
}

/**
 * hf_report_export_get_order:
 * @self: an export
 *
 * Tells what is written; once it is, with the moment.
 *
 * Returns: (transfer none): the order
 */
const HfReportOrder *
hf_report_export_get_order (HfReportExport *self)
{
  return self->order;
}

/**
 * hf_report_export_replaces:
 * @self: an export that has finished
 *
 * Tells whether there was a file at its path before.
 *
 * Returns: whether there was
 */
gboolean
hf_report_export_replaces (HfReportExport *self)
{
  return self->replaces;
}
