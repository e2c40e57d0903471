#include "config.h"

#include "hf-verbatim-view.h"

#include <string.h>

#include "hf-quote-marks.h"
#include "hf-text.h"
#include "hf-widget.h"

/* What the customer said to one question, with the coded passages marked; words of it can be
 * selected. */
struct _HfVerbatimView
{
  GtkWidget parent_instance;

  GtkLabel *question;
  GtkLabel *words;

  HfVerbatim *verbatim;
};

G_DEFINE_FINAL_TYPE (HfVerbatimView, hf_verbatim_view, GTK_TYPE_WIDGET)

static void
hf_verbatim_view_dispose (GObject *object)
{
  hf_widget_dispose_template (GTK_WIDGET (object), HF_TYPE_VERBATIM_VIEW);
  g_clear_object (&HF_VERBATIM_VIEW (object)->verbatim);
  G_OBJECT_CLASS (hf_verbatim_view_parent_class)->dispose (object);
}

static void
hf_verbatim_view_class_init (HfVerbatimViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hf_verbatim_view_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/huifang/Huifang/interview/hf-verbatim-view.ui");
  gtk_widget_class_bind_template_child (widget_class, HfVerbatimView, question);
  gtk_widget_class_bind_template_child (widget_class, HfVerbatimView, words);
}

static void
hf_verbatim_view_init (HfVerbatimView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * hf_verbatim_view_new:
 * @verbatim: the customer's words
 * @question: what was asked
 * @reasons: (element-type HfCodedReason): the interview's reasons
 *
 * Makes a view of the words.
 *
 * Returns: (transfer none): the view
 */
GtkWidget *
hf_verbatim_view_new (HfVerbatim *verbatim, const char *question, GPtrArray *reasons)
{
  HfVerbatimView *self = g_object_new (HF_TYPE_VERBATIM_VIEW, NULL);
  g_autoptr (PangoAttrList) marks = hf_quote_marks_new_attributes (verbatim->words, reasons);
  self->verbatim = g_object_ref (verbatim);
  gtk_label_set_text (self->question, question);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->question), question);
  gtk_label_set_text (self->words, verbatim->words);
  gtk_label_set_attributes (self->words, marks);
  return GTK_WIDGET (self);
}

/**
 * hf_verbatim_view_get_verbatim:
 * @self: a view
 *
 * Gives the words it shows.
 *
 * Returns: (transfer none): the record
 */
HfVerbatim *
hf_verbatim_view_get_verbatim (HfVerbatimView *self)
{
  return self->verbatim;
}

/**
 * hf_verbatim_view_dup_selection:
 * @self: a view
 * @start: (out): where the selection begins, characters from the beginning
 *
 * Gives the words that are selected.
 *
 * Returns: (transfer full) (nullable): the words, %NULL where none are
 */
char *
hf_verbatim_view_dup_selection (HfVerbatimView *self, gint64 *start)
{
  int from, to;
  if (!gtk_label_get_selection_bounds (self->words, &from, &to))
    return NULL;
  g_autofree char *selected = g_utf8_substring (self->verbatim->words, from, to);
  char *quote = hf_text_trim (selected);
  if (quote != NULL)
    *start = from + g_utf8_pointer_to_offset (selected, strstr (selected, quote));
  return quote;
}
