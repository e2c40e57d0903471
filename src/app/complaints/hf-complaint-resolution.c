#include "config.h"

#include "hf-complaint-resolution.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "hf-amount.h"
#include "hf-dialogs.h"
#include "hf-store-complaints.h"
#include "hf-text.h"
#include "hf-widget.h"

enum
{
  WHERE,
  HOW,
  RISK,
  COST,
  N_ROWS,
};

/* How a complaint was solved, from its investigation on; each line is saved for itself. */
struct _HfComplaintResolution
{
  GtkWidget parent_instance;

  AdwEntryRow *where;
  AdwEntryRow *how;
  AdwEntryRow *risk;
  AdwEntryRow *cost;

  HfStore *store;
  HfComplaint *complaint; /* NULL before the first look */
  char *stored[N_ROWS];
};

G_DEFINE_FINAL_TYPE (HfComplaintResolution, hf_complaint_resolution, GTK_TYPE_WIDGET)

static GtkEditable *
row_of (HfComplaintResolution *self, guint place)
{
  AdwEntryRow *const rows[] = { self->where, self->how, self->risk, self->cost };
  return GTK_EDITABLE (rows[place]);
}

static gpointer
save (HfStoreSession *session, gpointer complaint, GError **error)
{
  return hf_store_complaints_save (session, complaint, error) ? HF_STORE_DONE : NULL;
}

static void
on_written (GObject *store, GAsyncResult *result, gpointer data)
{
  g_autoptr (HfComplaintResolution) self = data;
  g_autoptr (GError) error = NULL;
  if (hf_store_run_finish (HF_STORE (store), result, &error) == NULL && self->store != NULL)
    hf_dialogs_error (GTK_WIDGET (self), _ ("The change was not saved"),
                      hf_store_error_advice (error), error);
}

static gboolean
read_cost (HfComplaintResolution *self, gint64 *cost)
{
  const char *text = gtk_editable_get_text (row_of (self, COST));
  *cost = HF_AMOUNT_UNKNOWN;
  return hf_text_is_blank (text) || (hf_amount_parse (text, cost) && *cost >= 0);
}

static void
on_changed (HfComplaintResolution *self)
{
  gtk_widget_remove_css_class (GTK_WIDGET (self->cost), "error");
}

static void
on_applied (HfComplaintResolution *self)
{
  HfComplaint *complaint = self->complaint;
  gint64 cost;
  if (!read_cost (self, &cost))
    {
      gtk_widget_add_css_class (GTK_WIDGET (self->cost), "error");
      gtk_widget_grab_focus (GTK_WIDGET (self->cost));
      return;
    }
  hf_text_set (&complaint->solved_where, gtk_editable_get_text (row_of (self, WHERE)));
  hf_text_set (&complaint->solved_how, gtk_editable_get_text (row_of (self, HOW)));
  hf_text_set (&complaint->risk_left, gtk_editable_get_text (row_of (self, RISK)));
  complaint->cost = cost;
  for (guint i = 0; i < N_ROWS; i++)
    {
      g_free (self->stored[i]);
      self->stored[i] = g_strdup (gtk_editable_get_text (row_of (self, i)));
    }
  hf_store_run_async (self->store, HF_STORE_WRITE, save, g_object_ref (complaint),
                      g_object_unref, NULL, NULL, on_written, g_object_ref (self));
}

static void
hf_complaint_resolution_dispose (GObject *object)
{
  HfComplaintResolution *self = HF_COMPLAINT_RESOLUTION (object);
  g_clear_object (&self->store);
  g_clear_object (&self->complaint);
  hf_widget_dispose_template (GTK_WIDGET (self), HF_TYPE_COMPLAINT_RESOLUTION);
  G_OBJECT_CLASS (hf_complaint_resolution_parent_class)->dispose (object);
}

static void
hf_complaint_resolution_finalize (GObject *object)
{
  for (guint i = 0; i < N_ROWS; i++)
    g_free (HF_COMPLAINT_RESOLUTION (object)->stored[i]);
  G_OBJECT_CLASS (hf_complaint_resolution_parent_class)->finalize (object);
}

static void
hf_complaint_resolution_class_init (HfComplaintResolutionClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  G_OBJECT_CLASS (klass)->dispose = hf_complaint_resolution_dispose;
  G_OBJECT_CLASS (klass)->finalize = hf_complaint_resolution_finalize;

  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/huifang/Huifang/complaints/hf-complaint-resolution.ui");
  gtk_widget_class_bind_template_child (widget_class, HfComplaintResolution, where);
  gtk_widget_class_bind_template_child (widget_class, HfComplaintResolution, how);
  gtk_widget_class_bind_template_child (widget_class, HfComplaintResolution, risk);
  gtk_widget_class_bind_template_child (widget_class, HfComplaintResolution, cost);
  gtk_widget_class_bind_template_callback (widget_class, on_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_applied);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
hf_complaint_resolution_init (HfComplaintResolution *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * hf_complaint_resolution_set_store:
 * @self: a resolution
 * @store: where complaints are
 *
 * Gives the resolution its store.
 */
void
hf_complaint_resolution_set_store (HfComplaintResolution *self, HfStore *store)
{
  g_set_object (&self->store, store);
}

/* What is being typed into a line stays, unless it is about another complaint. */
static void
show_row (HfComplaintResolution *self, guint place, const char *value, gboolean is_other)
{
  AdwEntryRow *row = ADW_ENTRY_ROW (row_of (self, place));
  const char *typed = gtk_editable_get_text (GTK_EDITABLE (row));
  if (!is_other && g_strcmp0 (typed, self->stored[place]) != 0 && self->stored[place] != NULL)
    return;
  g_free (self->stored[place]);
  self->stored[place] = g_strdup (value != NULL ? value : "");
  /* The text that is stored is not one to apply. */
  adw_entry_row_set_show_apply_button (row, FALSE);
  gtk_editable_set_text (GTK_EDITABLE (row), self->stored[place]);
  adw_entry_row_set_show_apply_button (row, TRUE);
}

/**
 * hf_complaint_resolution_show:
 * @self: a resolution
 * @shown: a complaint with what belongs to it
 *
 * Shows how a complaint was solved, once it is being investigated.
 */
void
hf_complaint_resolution_show (HfComplaintResolution *self, const HfComplaintCase *shown)
{
  HfComplaint *complaint = shown->complaint;
  gboolean is_other = self->complaint == NULL || self->complaint->id != complaint->id;
  g_autofree char *cost = complaint->cost != HF_AMOUNT_UNKNOWN
                              ? hf_amount_format (complaint->cost)
                              : NULL;
  g_set_object (&self->complaint, complaint);
  show_row (self, WHERE, complaint->solved_where, is_other);
  show_row (self, HOW, complaint->solved_how, is_other);
  show_row (self, RISK, complaint->risk_left, is_other);
  show_row (self, COST, cost, is_other);
  gtk_widget_set_visible (GTK_WIDGET (self), complaint->status >= HF_COMPLAINT_INVESTIGATING);
}
