#include "config.h"

#include "hf-reasons-view.h"

#include "hf-reason-row.h"

/* The question for the reasons: it is answered by coding them. */
struct _HfReasonsView
{
  HfQuestionView parent_instance;

  GtkListBox *list;
  GtkWidget *add;

  GPtrArray *codes; /* (element-type utf8), the primary one first */
};

G_DEFINE_FINAL_TYPE (HfReasonsView, hf_reasons_view, HF_TYPE_QUESTION_VIEW)

/* On a row, Enter goes on; on a button it presses the button. */
static gboolean
on_key (GtkEventControllerKey *controller, guint keyval, guint keycode, GdkModifierType state,
        HfReasonsView *self)
{
  gboolean enter = keyval == GDK_KEY_Return || keyval == GDK_KEY_KP_Enter;
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  if (!enter || root == NULL || !GTK_IS_LIST_BOX_ROW (gtk_root_get_focus (root)))
    return FALSE;
  hf_question_view_submit (HF_QUESTION_VIEW (self));
  return TRUE;
}

static char *
dup_value (HfQuestionView *view)
{
  HfReasonsView *self = HF_REASONS_VIEW (view);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  for (guint i = 0; i < self->codes->len; i++)
    g_strv_builder_add (builder, self->codes->pdata[i]);
  g_auto (GStrv) codes = g_strv_builder_end (builder);
  return g_strjoinv ("\n", codes);
}

static void
set_label (HfQuestionView *view, const char *label)
{
  HfReasonsView *self = HF_REASONS_VIEW (view);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  label, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->add),
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, label, -1);
}

static GtkWidget *
get_focus (HfQuestionView *view)
{
  HfReasonsView *self = HF_REASONS_VIEW (view);
  GtkListBoxRow *first = gtk_list_box_get_row_at_index (self->list, 0);
  return first != NULL ? GTK_WIDGET (first) : self->add;
}

static void
hf_reasons_view_finalize (GObject *object)
{
  g_ptr_array_unref (HF_REASONS_VIEW (object)->codes);
  G_OBJECT_CLASS (hf_reasons_view_parent_class)->finalize (object);
}

static void
hf_reasons_view_class_init (HfReasonsViewClass *klass)
{
  HfQuestionViewClass *view_class = HF_QUESTION_VIEW_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = hf_reasons_view_finalize;
  view_class->get_focus = get_focus;
  view_class->dup_value = dup_value;
  view_class->set_label = set_label;
  hf_question_view_class_set_template (view_class, "hf-reasons-view.ui");
  gtk_widget_class_bind_template_child (widget_class, HfReasonsView, list);
  gtk_widget_class_bind_template_child (widget_class, HfReasonsView, add);
  gtk_widget_class_bind_template_callback (widget_class, on_key);
}

static void
hf_reasons_view_init (HfReasonsView *self)
{
  self->codes = g_ptr_array_new_with_free_func (g_free);
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * hf_reasons_view_set_reasons:
 * @self: the control
 * @reasons: (element-type HfCodedReason): the reasons of this interview, the primary one first
 * @codebook: where their names are
 *
 * Shows what is coded.
 */
void
hf_reasons_view_set_reasons (HfReasonsView *self, GPtrArray *reasons, HfCodebook *codebook)
{
  hf_reason_row_fill (self->list, reasons, codebook);
  g_ptr_array_set_size (self->codes, 0);
  for (guint i = 0; i < reasons->len; i++)
    {
      const HfCodedReason *reason = reasons->pdata[i];
      if (!g_ptr_array_find_with_equal_func (self->codes, reason->code, g_str_equal, NULL))
        g_ptr_array_add (self->codes, g_strdup (reason->code));
    }
}
