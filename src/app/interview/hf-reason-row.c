#include "config.h"

#include "hf-reason-row.h"

#include "hf-interview-closures.h"
#include "hf-locale.h"

/* A coded reason: what it is, its rank, what it rests on, and the words. */
struct _HfReasonRow
{
  GtkListBoxRow parent_instance;

  GtkLabel *name;
  GtkLabel *standing;
  GtkLabel *quote;
  GtkWidget *make_primary;
  GtkWidget *remove;

  gint64 id;
};

G_DEFINE_FINAL_TYPE (HfReasonRow, hf_reason_row, GTK_TYPE_LIST_BOX_ROW)

static gboolean
on_key (GtkEventControllerKey *controller, guint keyval, guint keycode, GdkModifierType state,
        HfReasonRow *self)
{
  if (keyval != GDK_KEY_Delete && keyval != GDK_KEY_KP_Delete)
    return FALSE;
  return gtk_widget_activate_action (GTK_WIDGET (self), "page.remove-reason", "x", self->id);
}

static void
hf_reason_row_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), HF_TYPE_REASON_ROW);
  G_OBJECT_CLASS (hf_reason_row_parent_class)->dispose (object);
}

static void
hf_reason_row_class_init (HfReasonRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hf_reason_row_dispose;
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/huifang/Huifang/interview/hf-reason-row.ui");
  gtk_widget_class_bind_template_child (widget_class, HfReasonRow, name);
  gtk_widget_class_bind_template_child (widget_class, HfReasonRow, standing);
  gtk_widget_class_bind_template_child (widget_class, HfReasonRow, quote);
  gtk_widget_class_bind_template_child (widget_class, HfReasonRow, make_primary);
  gtk_widget_class_bind_template_child (widget_class, HfReasonRow, remove);
  gtk_widget_class_bind_template_callback (widget_class, on_key);
}

static void
hf_reason_row_init (HfReasonRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * hf_reason_row_new:
 * @reason: a coded reason
 * @codebook: where its name is
 *
 * Makes a row of a reason; it can be removed and made the primary one.
 *
 * Returns: (transfer none): the row
 */
GtkWidget *
hf_reason_row_new (const HfCodedReason *reason, HfCodebook *codebook)
{
  HfReasonRow *self = g_object_new (HF_TYPE_REASON_ROW, NULL);
  gboolean primary = reason->rank == HF_REASON_PRIMARY;
  g_autofree char *name = hf_codebook_dup_name (codebook, reason->code,
                                                hf_locale_get_current ());
  g_autofree char *standing = hf_interview_words_reason (reason);
  self->id = reason->id;
  gtk_label_set_text (self->name, name);
  gtk_label_set_text (self->standing, standing);
  gtk_widget_set_visible (self->make_primary, !primary);
  gtk_widget_set_visible (GTK_WIDGET (self->quote), reason->quote != NULL);
  if (primary)
    gtk_widget_add_css_class (GTK_WIDGET (self), "primary-reason");
  if (reason->quote != NULL)
    {
      g_autofree char *quote = hf_interview_words_quote (reason->quote);
      gtk_label_set_text (self->quote, quote);
    }
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->make_primary), "x", self->id);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->remove), "x", self->id);
  return GTK_WIDGET (self);
}

/**
 * hf_reason_row_fill:
 * @list: a list
 * @reasons: (element-type HfCodedReason): what it is to show
 * @codebook: where their names are
 *
 * Shows reasons in a list, in place of what it showed before.
 */
void
hf_reason_row_fill (GtkListBox *list, GPtrArray *reasons, HfCodebook *codebook)
{
  GtkListBoxRow *row;
  while ((row = gtk_list_box_get_row_at_index (list, 0)) != NULL)
    gtk_list_box_remove (list, GTK_WIDGET (row));
  for (guint i = 0; i < reasons->len; i++)
    gtk_list_box_append (list, hf_reason_row_new (reasons->pdata[i], codebook));
  gtk_widget_set_visible (GTK_WIDGET (list), reasons->len > 0);
}
