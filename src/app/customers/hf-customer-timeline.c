#include "config.h"

#include "hf-customer-timeline.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "hf-customer-closures.h"
#include "hf-dialogs.h"
#include "hf-filter-chip.h"
#include "hf-interview.h"
#include "hf-store-timeline.h"
#include "hf-timeline-closures.h"
#include "hf-widget.h"

/* What happened with a customer, newest first, under the months. */
struct _HfCustomerTimeline
{
  GtkWidget parent_instance;

  HfFilterChip *kind;
  GtkListBox *list;
  GtkWidget *none;
  GtkWidget *older;

  HfStore *store;
  GCancellable *reading;
  GPtrArray *entries; /* (element-type HfTimelineEntry): those that are shown */
  HfCodebook *codebook;
  gint64 customer_id;
};

G_DEFINE_FINAL_TYPE (HfCustomerTimeline, hf_customer_timeline, GTK_TYPE_WIDGET)

/* What has more to read than the row says. */
static const char *
get_action (const HfTimelineEntry *entry)
{
  if (entry->kind == HF_TIMELINE_COMPLAINT)
    return "win.open-complaint";
  if (entry->kind == HF_TIMELINE_INTERVIEW
      && (g_strcmp0 (entry->state, hf_interview_states[HF_INTERVIEW_COMPLETED].name) == 0
          || g_strcmp0 (entry->state, hf_interview_states[HF_INTERVIEW_PARTIAL].name) == 0))
    return "win.read-interview";
  return NULL;
}

static GtkWidget *
make_row (HfCustomerTimeline *self, HfTimelineEntry *entry)
{
  g_autofree char *title = hf_timeline_words_title (entry, self->codebook);
  g_autofree char *details = hf_timeline_words_details (entry);
  g_autofree char *moment = hf_customer_words_moment (entry->at);
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *icon = gtk_image_new_from_icon_name (hf_timeline_icon (entry));
  GtkWidget *when = gtk_label_new (moment);
  g_object_set (row, "use-markup", FALSE, "title", title, "subtitle", details, "title-lines", 2,
                "subtitle-lines", 6, NULL);
  gtk_widget_add_css_class (icon, "dim-label");
  gtk_widget_add_css_class (when, "dim-label");
  gtk_widget_add_css_class (when, "numeric");
  gtk_widget_add_css_class (when, "caption");
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), icon);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), when);
  g_object_set_data_full (G_OBJECT (row), "entry", g_object_ref (entry), g_object_unref);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), get_action (entry) != NULL);
  if (entry->kind == HF_TIMELINE_MERGE)
    {
      GtkWidget *unmerge = gtk_button_new_with_mnemonic (_ ("_Unmerge"));
      gtk_widget_set_valign (unmerge, GTK_ALIGN_CENTER);
      gtk_widget_set_tooltip_text (unmerge, _ ("Make two customers of them again"));
      gtk_actionable_set_action_name (GTK_ACTIONABLE (unmerge), "customer.unmerge");
      gtk_actionable_set_action_target (GTK_ACTIONABLE (unmerge), "x", entry->record_id);
      adw_action_row_add_suffix (ADW_ACTION_ROW (row), unmerge);
    }
  if (get_action (entry) != NULL)
    adw_action_row_add_suffix (ADW_ACTION_ROW (row),
                               gtk_image_new_from_icon_name ("go-next-symbolic"));
  return row;
}

static char *
month_of_row (GtkListBoxRow *row)
{
  return row != NULL ? hf_timeline_words_month (g_object_get_data (G_OBJECT (row), "entry"))
                     : NULL;
}

static void
update_header (GtkListBoxRow *row, GtkListBoxRow *before, gpointer unused)
{
  g_autofree char *month = month_of_row (row);
  g_autofree char *month_before = month_of_row (before);
  if (g_strcmp0 (month, month_before) == 0)
    {
      gtk_list_box_row_set_header (row, NULL);
      return;
    }
  GtkWidget *header = gtk_label_new (month);
  gtk_label_set_xalign (GTK_LABEL (header), 0);
  gtk_widget_add_css_class (header, "timeline-month");
  gtk_widget_add_css_class (header, "caption-heading");
  gtk_list_box_row_set_header (row, header);
}

static int
get_kind (HfCustomerTimeline *self)
{
  const char *name = hf_filter_chip_get_value (self->kind);
  return name != NULL ? hf_choice_find_name (hf_timeline_kinds, name) : HF_TIMELINE_ALL;
}

static void
clear (HfCustomerTimeline *self)
{
  GtkWidget *row;
  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->list))) != NULL)
    gtk_list_box_remove (self->list, row);
  g_ptr_array_set_size (self->entries, 0);
}

static void
add_entries (HfCustomerTimeline *self, GPtrArray *entries, gboolean more)
{
  for (guint i = 0; i < entries->len; i++)
    {
      HfTimelineEntry *entry = g_ptr_array_index (entries, i);
      g_ptr_array_add (self->entries, g_object_ref (entry));
      gtk_list_box_append (self->list, make_row (self, entry));
    }
  gboolean empty = self->entries->len == 0;
  gtk_widget_set_visible (self->older, more);
  gtk_widget_set_visible (GTK_WIDGET (self->list), !empty);
  gtk_widget_set_visible (GTK_WIDGET (self->kind),
                          !empty || get_kind (self) != HF_TIMELINE_ALL);
  gtk_widget_set_visible (self->none, empty);
}

/* A page that is read; it goes behind the last entry, or takes the place of all. */
typedef struct
{
  gint64 customer_id;
  int kind;
  guint count;
  HfTimelineEntry *after; /* NULL: from the beginning */
} Page;

static void
page_free (gpointer data)
{
  Page *page = data;
  g_clear_object (&page->after);
  g_free (page);
}

static gpointer
read_page (HfStoreSession *session, gpointer data, GError **error)
{
  const Page *page = data;
  return hf_store_timeline_list (session, page->customer_id, page->kind, page->after,
                                 page->count, error);
}

typedef struct
{
  HfCustomerTimeline *timeline;
  gboolean anew;
  guint count;
} Reading;

static void
on_read (GObject *store, GAsyncResult *result, gpointer data)
{
  g_autofree Reading *reading = data;
  g_autoptr (HfCustomerTimeline) self = reading->timeline;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) entries = hf_store_run_finish (HF_STORE (store), result, &error);
  if (self->store == NULL || g_error_matches (error, HF_STORE_ERROR, HF_STORE_ERROR_CANCELLED))
    return;
  gtk_widget_set_sensitive (self->older, TRUE);
  if (entries == NULL)
    {
      hf_dialogs_error (GTK_WIDGET (self), hf_store_error_words (error),
                        hf_store_error_advice (error), error);
      return;
    }
  if (reading->anew)
    clear (self);
  add_entries (self, entries, entries->len == reading->count);
}

static void
read_entries (HfCustomerTimeline *self, gboolean anew, guint count)
{
  Page *page = g_new0 (Page, 1);
  Reading *reading = g_new0 (Reading, 1);
  hf_store_stop_reading (&self->reading);
  page->customer_id = self->customer_id;
  page->kind = get_kind (self);
  page->count = count;
  if (!anew && self->entries->len > 0)
    page->after = g_object_ref (g_ptr_array_index (self->entries, self->entries->len - 1));
  *reading = (Reading){ g_object_ref (self), anew, count };
  hf_store_read_newest (self->store, &self->reading, read_page, page, page_free,
                        (GDestroyNotify) g_ptr_array_unref, on_read, reading);
}

static void
on_kind_chosen (HfCustomerTimeline *self)
{
  if (self->store != NULL)
    read_entries (self, TRUE, HF_CUSTOMER_TIMELINE_PAGE);
}

static void
on_older (HfCustomerTimeline *self)
{
  gtk_widget_set_sensitive (self->older, FALSE);
  read_entries (self, FALSE, HF_CUSTOMER_TIMELINE_PAGE);
}

static void
on_row_activated (HfCustomerTimeline *self, GtkListBoxRow *row)
{
  const HfTimelineEntry *entry = g_object_get_data (G_OBJECT (row), "entry");
  gtk_widget_activate_action (GTK_WIDGET (self), get_action (entry), "x", entry->record_id);
}

static void
hf_customer_timeline_dispose (GObject *object)
{
  HfCustomerTimeline *self = HF_CUSTOMER_TIMELINE (object);
  hf_store_stop_reading (&self->reading);
  g_clear_object (&self->store);
  hf_widget_dispose_template (GTK_WIDGET (self), HF_TYPE_CUSTOMER_TIMELINE);
  g_clear_pointer (&self->entries, g_ptr_array_unref);
  g_clear_object (&self->codebook);
  G_OBJECT_CLASS (hf_customer_timeline_parent_class)->dispose (object);
}

static void
hf_customer_timeline_class_init (HfCustomerTimelineClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hf_customer_timeline_dispose;
  g_type_ensure (HF_TYPE_FILTER_CHIP);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/huifang/Huifang/customers/hf-customer-timeline.ui");
  gtk_widget_class_bind_template_child (widget_class, HfCustomerTimeline, kind);
  gtk_widget_class_bind_template_child (widget_class, HfCustomerTimeline, list);
  gtk_widget_class_bind_template_child (widget_class, HfCustomerTimeline, none);
  gtk_widget_class_bind_template_child (widget_class, HfCustomerTimeline, older);
  gtk_widget_class_bind_template_callback (widget_class, on_kind_chosen);
  gtk_widget_class_bind_template_callback (widget_class, on_older);
  gtk_widget_class_bind_template_callback (widget_class, on_row_activated);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
hf_customer_timeline_init (HfCustomerTimeline *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->entries = g_ptr_array_new_with_free_func (g_object_unref);
  /* Purchases are drawn elsewhere. */
  for (guint i = 0; hf_timeline_kinds[i].name != NULL; i++)
    if (i != HF_TIMELINE_PURCHASE)
      hf_filter_chip_add_choice (self->kind, hf_timeline_kinds[i].name,
                                 hf_choice_label (hf_timeline_kinds, i));
  gtk_list_box_set_header_func (self->list, update_header, NULL, NULL);
}

/**
 * hf_customer_timeline_show:
 * @self: the timeline
 * @store: where the rest is read from
 * @customer_id: a customer's key
 * @first: (element-type HfTimelineEntry): the newest ones, %HF_CUSTOMER_TIMELINE_PAGE at most
 * @codebook: (nullable): the names of reasons
 *
 * Shows what happened with a customer; of the same one still as far back as before, and the
 * kind that was chosen.
 */
void
hf_customer_timeline_show (HfCustomerTimeline *self, HfStore *store, gint64 customer_id,
                           GPtrArray *first, HfCodebook *codebook)
{
  gboolean same = self->customer_id == customer_id;
  /* Whole pages, so that what is new pushes nothing out. */
  guint n_pages = same ? self->entries->len / (HF_CUSTOMER_TIMELINE_PAGE + 1) + 1 : 1;
  guint count = n_pages * HF_CUSTOMER_TIMELINE_PAGE;
  g_set_object (&self->store, store);
  g_set_object (&self->codebook, codebook);
  self->customer_id = customer_id;
  hf_store_stop_reading (&self->reading);
  gboolean is_read = get_kind (self) == HF_TIMELINE_ALL && count == HF_CUSTOMER_TIMELINE_PAGE;
  if (!same || is_read)
    clear (self);
  if (is_read)
    add_entries (self, first, first->len == HF_CUSTOMER_TIMELINE_PAGE);
  else
    read_entries (self, TRUE, count);
}
