#include "config.h"

#include "hf-guide-outline.h"

#include <glib/gi18n.h>
#include <string.h>

#include "hf-guide-editor-words.h"
#include "hf-widget.h"

#define INDENT 18

/* The guide's objections, parts and questions, one a line. */
struct _HfGuideOutline
{
  GtkWidget parent_instance;

  GtkListBox *list;

  HfGuideDraft *draft;
  GPtrArray *elements; /* (element-type HfMarkup): of the rows, borrowed from the draft */
  gboolean filling;
};

enum
{
  SIGNAL_SELECTED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (HfGuideOutline, hf_guide_outline, GTK_TYPE_WIDGET)

static gboolean
is_named (const HfMarkup *element, const char *name)
{
  return strcmp (element->name, name) == 0;
}

static GtkWidget *
new_row (HfGuideOutline *self, const HfMarkup *element)
{
  const HfMarkup *parent = hf_guide_draft_get_parent (self->draft, element);
  gboolean step = is_named (element, "question");
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *name = gtk_label_new (NULL);
  GtkWidget *kind = gtk_label_new (NULL);
  GtkWidget *wrong = gtk_image_new_from_icon_name ("dialog-warning-symbolic");
  gtk_label_set_xalign (GTK_LABEL (name), 0);
  gtk_label_set_xalign (GTK_LABEL (kind), 0);
  gtk_label_set_ellipsize (GTK_LABEL (name), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (kind, "caption");
  gtk_widget_add_css_class (kind, "dim-label");
  if (!step)
    gtk_widget_add_css_class (name, "heading");
  gtk_widget_add_css_class (wrong, "warning");
  gtk_widget_set_visible (wrong, FALSE);
  gtk_widget_set_hexpand (words, TRUE);
  gtk_box_append (GTK_BOX (words), name);
  gtk_box_append (GTK_BOX (words), kind);
  gtk_box_append (GTK_BOX (box), words);
  gtk_box_append (GTK_BOX (box), wrong);
  gtk_widget_set_margin_top (box, 5);
  gtk_widget_set_margin_bottom (box, 5);
  gtk_widget_set_margin_end (box, 6);
  gtk_widget_set_margin_start (
      box, step && parent != NULL && is_named (parent, "part") ? 6 + INDENT : 6);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  g_object_set_data (G_OBJECT (row), "name", name);
  g_object_set_data (G_OBJECT (row), "kind", kind);
  g_object_set_data (G_OBJECT (row), "wrong", wrong);
  return row;
}

static void
on_selected (HfGuideOutline *self)
{
  if (!self->filling && hf_guide_outline_get_selected (self) != NULL)
    g_signal_emit (self, signals[SIGNAL_SELECTED], 0);
}

static gboolean
hf_guide_outline_grab_focus (GtkWidget *widget)
{
  HfGuideOutline *self = HF_GUIDE_OUTLINE (widget);
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->list);
  return row != NULL && gtk_widget_grab_focus (GTK_WIDGET (row));
}

static void
hf_guide_outline_dispose (GObject *object)
{
  HfGuideOutline *self = HF_GUIDE_OUTLINE (object);
  self->filling = TRUE;
  hf_widget_dispose_template (GTK_WIDGET (self), HF_TYPE_GUIDE_OUTLINE);
  g_clear_object (&self->draft);
  G_OBJECT_CLASS (hf_guide_outline_parent_class)->dispose (object);
}

static void
hf_guide_outline_finalize (GObject *object)
{
  g_ptr_array_unref (HF_GUIDE_OUTLINE (object)->elements);
  G_OBJECT_CLASS (hf_guide_outline_parent_class)->finalize (object);
}

static void
hf_guide_outline_class_init (HfGuideOutlineClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hf_guide_outline_dispose;
  G_OBJECT_CLASS (klass)->finalize = hf_guide_outline_finalize;
  widget_class->grab_focus = hf_guide_outline_grab_focus;

  /**
   * HfGuideOutline::selected:
   * @self: an outline
   *
   * The person chose another element.
   */
  signals[SIGNAL_SELECTED] = g_signal_new ("selected", G_TYPE_FROM_CLASS (klass),
                                           G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                                           0);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/huifang/Huifang/setup/hf-guide-outline.ui");
  gtk_widget_class_bind_template_child (widget_class, HfGuideOutline, list);
  gtk_widget_class_bind_template_callback (widget_class, on_selected);
}

static void
hf_guide_outline_init (HfGuideOutline *self)
{
  self->elements = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * hf_guide_outline_show:
 * @self: the outline
 * @draft: a draft
 * @selected: (nullable): the element to select, %NULL for the guide itself
 *
 * Lists what is in a draft; "selected" is not emitted.
 */
void
hf_guide_outline_show (HfGuideOutline *self, HfGuideDraft *draft, HfMarkup *selected)
{
  GtkWidget *row;
  g_autoptr (GPtrArray) elements = hf_guide_draft_list (draft);
  self->filling = TRUE;
  g_set_object (&self->draft, draft);
  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->list))) != NULL)
    gtk_list_box_remove (self->list, row);
  g_ptr_array_unref (self->elements);
  self->elements = g_steal_pointer (&elements);
  for (guint i = 0; i < self->elements->len; i++)
    gtk_list_box_append (self->list, new_row (self, self->elements->pdata[i]));
  hf_guide_outline_select (self, selected != NULL ? selected : hf_guide_draft_get_root (draft));
  hf_guide_outline_update (self, NULL);
  self->filling = FALSE;
}

/**
 * hf_guide_outline_update:
 * @self: the outline
 * @wrong: (nullable): an element in which something is wrong
 *
 * Names every element as it is now.
 */
void
hf_guide_outline_update (HfGuideOutline *self, const HfMarkup *wrong)
{
  for (guint i = 0; i < self->elements->len; i++)
    {
      const HfMarkup *element = self->elements->pdata[i];
      GObject *row = G_OBJECT (gtk_list_box_get_row_at_index (self->list, (int) i));
      g_autofree char *name = hf_guide_editor_words_element (self->draft, element);
      g_autofree char *kind = hf_guide_editor_words_kind (element);
      gtk_label_set_text (g_object_get_data (row, "name"), name);
      gtk_label_set_text (g_object_get_data (row, "kind"), kind);
      gtk_widget_set_visible (g_object_get_data (row, "wrong"), element == wrong);
    }
}

/**
 * hf_guide_outline_get_selected:
 * @self: the outline
 *
 * Tells which element is selected.
 *
 * Returns: (transfer none) (nullable): the element
 */
HfMarkup *
hf_guide_outline_get_selected (HfGuideOutline *self)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->list);
  int index = row != NULL ? gtk_list_box_row_get_index (row) : -1;
  return index >= 0 && index < (int) self->elements->len ? self->elements->pdata[index] : NULL;
}

/**
 * hf_guide_outline_select:
 * @self: the outline
 * @element: one of the draft's elements
 *
 * Selects an element.
 */
void
hf_guide_outline_select (HfGuideOutline *self, const HfMarkup *element)
{
  guint index;
  if (g_ptr_array_find (self->elements, element, &index))
    gtk_list_box_select_row (self->list,
                             gtk_list_box_get_row_at_index (self->list, (int) index));
}
